package dev.frontline.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tells, once the stack is up, which networks could be reached and what they brought. */
final class FirstHearing {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final long POLL_MS = 1_000;

  private final InternalClient ingest;
  private final PrintStream out;
  private final URI dashboard;
  private final List<String> brands;

  /**
   * @param dashboard where people look at what was found
   */
  FirstHearing(
      URI address, String serviceKey, URI dashboard, List<String> brands, PrintStream out) {
    this.dashboard = dashboard;
    this.brands = List.copyOf(brands);
    this.ingest =
        new InternalClient(
            address,
            new InternalTokens(serviceKey, Clock.systemUTC()),
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build());
    this.out = out;
  }

  /** Waits until every network was read once or could not be, 40 s at most; never fails. */
  void tell() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode sources = sources();
    while (!settled(sources) && System.nanoTime() < end) {
      Thread.sleep(POLL_MS);
      sources = sources();
    }
    long posts = 0;
    int reached = 0;
    for (JsonNode source : sources) {
      if (!source.path("readable").asBoolean()) {
        continue;
      }
      posts += source.path("posts").asLong();
      String error = source.path("lastError").asText("");
      reached += error.isEmpty() ? 1 : 0;
      out.printf(
          "network %s: %s%n",
          source.path("id").asText(),
          error.isEmpty()
              ? source.path("posts").asLong() + " posts so far"
              : "could not be reached yet, and is tried again: " + error);
    }
    for (String brand : brands) {
      out.printf(
          "samples of %s, and a click at each that is not meant: %s/listening/samples?of=%s%n",
          brand, dashboard, URLEncoder.encode("brand:" + brand, StandardCharsets.UTF_8));
    }
    if (reached == 0) {
      out.println(
          "No network can be reached from here. Posts can still come by the webhook or by"
              + " ./frontline replay FILE.jsonl.");
    } else if (posts == 0) {
      out.println(
          "Nothing was found yet. Other spellings, hashtags or products help: the page Listening"
              + " tries a query before it is kept.");
    }
  }

  private JsonNode sources() {
    try {
      return ingest.get("/internal/sources", Caller.service("up")).body();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static boolean settled(JsonNode sources) {
    boolean any = false;
    for (JsonNode source : sources) {
      if (source.path("readable").asBoolean()) {
        any = true;
        boolean read = source.path("lagSeconds").isNumber();
        boolean failed = !source.path("lastError").asText("").isEmpty();
        if (!read && !failed) {
          return false;
        }
      }
    }
    return any;
  }
}
