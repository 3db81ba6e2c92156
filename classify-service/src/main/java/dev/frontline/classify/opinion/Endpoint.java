package dev.frontline.classify.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the endpoint one question; whatever goes wrong is no answer. */
final class Endpoint {

  private static final int MOST_BYTES = 64 * 1024;

  private final OpinionConfig config;
  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  Endpoint(OpinionConfig config, URI base) {
    this.config = config;
    this.address = base.resolve(Framing.path(config.kind()));
  }

  /** The labels it gives, each true or false. */
  Optional<Map<String, Boolean>> ask(String brand, String text) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(config.timeout())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    Framing.question(config.kind(), config.model(), brand, text)));
    config.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    CompletableFuture<byte[]> answer =
        http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
            .thenApplyAsync(Endpoint::body);
    try {
      // The request's own limit ends with the headers; this one covers a body that never ends.
      return Framing.answer(
          config.kind(), answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Optional.empty();
    }
  }

  private static byte[] body(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      return response.statusCode() == 200 ? in.readNBytes(MOST_BYTES) : new byte[0];
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
