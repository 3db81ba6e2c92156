package dev.frontline.ingest.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyDelivered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallBackTest {

  private static final int ENDLESS = 64 * 1024 * 1024;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final CallBack callBack =
      new CallBack(
          HttpClient.newHttpClient(),
          Clock.systemUTC(),
          Duration.ofSeconds(1),
          Duration.ofMillis(10));
  private HttpServer server;
  private volatile int written;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/endless", this::talkForEver);
    server.createContext("/drip", this::fallSilent);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aYesInEndlessWordsIsAYesAndIsNotReadToItsEnd() throws InterruptedException {
    ReplyOutcomeEvent outcome = send("/endless");

    assertThat(outcome).isInstanceOf(ReplyDelivered.class);
    assertThat(written).isLessThan(ENDLESS);
  }

  @Test
  void aYesThatNeverEndsIsAYesWhenTheTimeIsOver() throws InterruptedException {
    Instant before = Instant.now();

    ReplyOutcomeEvent outcome = send("/drip");

    assertThat(outcome).isInstanceOf(ReplyDelivered.class);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
  }

  private ReplyOutcomeEvent send(String path) throws InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return callBack.send(address, Asked.reply("reply-1", "case-1", "hooks"));
  }

  private void talkForEver(HttpExchange exchange) throws IOException {
    byte[] words = new byte[64 * 1024];
    exchange.sendResponseHeaders(200, 0);
    for (written = 0; written < ENDLESS; written += words.length) {
      exchange.getResponseBody().write(words);
    }
    exchange.close();
  }

  private void fallSilent(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
    try {
      over.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
