package dev.frontline.classify.tail;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** A thread that keeps reading a topic whole, for as long as the service runs. */
public final class TopicThread {

  private static final Logger LOG = Logger.getLogger(TopicThread.class);
  private static final long LONGEST_STOP_MS = 2_000;

  private final WholeTopic reader;
  private final Thread thread;

  /**
   * @param apply see {@link WholeTopic}
   */
  public TopicThread(String servers, String topic, Consumer<ConsumerRecord<String, byte[]>> apply) {
    this.reader = new WholeTopic(Ungrouped.consumer(servers), topic, apply);
    this.thread = new Thread(reader, topic);
    this.thread.setDaemon(true);
    this.thread.setUncaughtExceptionHandler(
        (dead, fault) ->
            LOG.fatalf(fault, "no longer read, restart this instance topic=%s", topic));
  }

  public void start() {
    thread.start();
  }

  public void stop() throws InterruptedException {
    reader.stop();
    TimeUnit.MILLISECONDS.timedJoin(thread, LONGEST_STOP_MS);
  }

  /** Whether everything that stood on the topic at start has been read, and reading goes on. */
  public boolean isUpToDate() {
    return reader.isCaughtUp() && thread.isAlive();
  }

  /** See {@link WholeTopic#await}. */
  public boolean await(Map<Integer, Long> offsets, Duration longest) {
    return reader.await(offsets, longest);
  }

  /** See {@link WholeTopic#ask}. */
  public <T> T ask(Supplier<T> question) {
    return reader.ask(question);
  }
}
