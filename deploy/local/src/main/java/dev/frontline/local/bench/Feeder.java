package dev.frontline.local.bench;

import dev.frontline.contracts.Json;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends recorded posts through ingest's batch path, again and again until ingest has them. */
public final class Feeder {

  private static final int CHUNK = 500;
  private static final int SENDERS = 32;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI ingest;
  private final InternalTokens tokens;
  private final HttpClient http;

  public Feeder(URI ingest, InternalTokens tokens, HttpClient http) {
    this.ingest = ingest;
    this.tokens = tokens;
    this.http = http;
  }

  /**
   * Sends all lines as fast as they are taken.
   *
   * @return lines that ingest parked as unreadable
   * @throws Trouble where ingest refuses a chunk
   * @throws IOException where it is away for longer than two minutes
   */
  public long feed(String source, List<String> lines) throws IOException, InterruptedException {
    long parked = 0;
    for (int from = 0; from < lines.size(); from += CHUNK) {
      parked += send(source, lines.subList(from, Math.min(from + CHUNK, lines.size())));
    }
    return parked;
  }

  /**
   * Sends lines one by one at an even pace, each on time whether or not those before it were
   * answered, as people post.
   *
   * @return lines a second that were really sent
   * @throws IOException where one could not be delivered
   */
  public double pace(String source, List<String> lines, int perSecond)
      throws IOException, InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<Long>> sent = new ArrayList<>(lines.size());
      long start = System.nanoTime();
      for (int i = 0; i < lines.size(); i++) {
        long due = start + i * 1_000_000_000L / perSecond;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        List<String> line = lines.subList(i, i + 1);
        sent.add(senders.submit(() -> send(source, line)));
      }
      for (Future<Long> one : sent) {
        one.get();
      }
      return lines.size() * 1e9 / (System.nanoTime() - start);
    } catch (ExecutionException e) {
      throw new IOException("a post could not be delivered: " + e.getCause().getMessage(), e);
    } finally {
      senders.shutdownNow();
    }
  }

  private long send(String source, List<String> lines) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  ingest.resolve("/internal/replay?source=" + source + "&backfill=false"))
              .timeout(Duration.ofSeconds(60))
              .header("Authorization", "Bearer " + tokens.issue(Caller.service("bench")))
              .header("Content-Type", "application/x-ndjson")
              .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines) + "\n"))
              .build();
      String trouble;
      try {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 == 2) {
          return Json.MAPPER.readTree(answer.body()).path("parked").asLong();
        }
        trouble = "ingest answered " + answer.statusCode() + ": " + new String(answer.body());
        if (answer.statusCode() / 100 == 4) {
          throw new Trouble(trouble);
        }
      } catch (IOException e) {
        // Away, or killed in the middle of it; what it took already it knows as duplicates.
        trouble = "ingest cannot be reached: " + e.getMessage();
      }
      if (System.nanoTime() > end) {
        throw new IOException(trouble);
      }
      Thread.sleep(200);
    }
  }
}
