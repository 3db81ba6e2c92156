package dev.frontline.kit.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls another service in somebody's name. */
public final class InternalClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI base;
  private final InternalTokens tokens;
  private final HttpClient http;
  private final Duration timeout;

  /** Waits 10 s for an answer. */
  public InternalClient(URI base, InternalTokens tokens, HttpClient http) {
    this(base, tokens, http, TIMEOUT);
  }

  /**
   * @param timeout how long an answer may take
   */
  public InternalClient(URI base, InternalTokens tokens, HttpClient http, Duration timeout) {
    this.timeout = timeout;
    this.base = base;
    this.tokens = tokens;
    this.http = http;
  }

  /**
   * What the other service said.
   *
   * @param body its JSON, or a missing node where there was none
   */
  public record Answer(int status, JsonNode body) {
    public boolean ok() {
      return status / 100 == 2;
    }
  }

  /**
   * @throws IOException where the service cannot be reached or does not answer in time
   */
  public Answer get(String path, Caller caller) throws IOException {
    return send("GET", path, null, caller);
  }

  /**
   * @throws IOException where the service cannot be reached or does not answer in time
   */
  public Answer post(String path, Object body, Caller caller) throws IOException {
    return send("POST", path, body, caller);
  }

  /**
   * @throws IOException where the service cannot be reached or does not answer in time
   */
  public Answer send(String method, String path, @Nullable Object body, Caller caller)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(timeout)
            .header("Authorization", "Bearer " + tokens.issue(caller))
            .header("Accept", "application/json");
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(
              method, HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
    }
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), json(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking " + base, e);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return Json.MAPPER.missingNode();
    }
  }
}
