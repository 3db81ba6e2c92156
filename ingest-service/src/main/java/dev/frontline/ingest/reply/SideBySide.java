package dev.frontline.ingest.reply;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Handles cases side by side, the replies of one case in their order. Only so many go to one source
 * at a time, and none waits for another source: a network that does not answer holds up its own.
 */
final class SideBySide implements AutoCloseable {

  private final int mostASource;
  private final Consumer<ReplyRequested> settle;
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
  // As many threads as a batch has cases: those beyond a source's places sleep.
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * @param settle has a reply sent and its outcome told
   */
  SideBySide(int mostASource, Consumer<ReplyRequested> settle) {
    this.mostASource = mostASource;
    this.settle = settle;
  }

  /**
   * Returns once all are settled.
   *
   * @throws RuntimeException the first fault, after all others were given their turn
   */
  void handle(Collection<List<ReplyRequested>> cases) {
    List<Future<?>> running = new ArrayList<>();
    cases.forEach(replies -> running.add(threads.submit(() -> replies.forEach(this::settle))));
    RuntimeException fault = null;
    for (Future<?> one : running) {
      RuntimeException another = faultOf(one);
      fault = fault == null ? another : fault;
    }
    if (fault != null) {
      throw fault;
    }
  }

  private void settle(ReplyRequested reply) {
    Semaphore place = places.computeIfAbsent(reply.source(), s -> new Semaphore(mostASource));
    try {
      place.acquire();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    try {
      settle.accept(reply);
    } finally {
      place.release();
    }
  }

  private static @Nullable RuntimeException faultOf(Future<?> one) {
    try {
      one.get();
      return null;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
