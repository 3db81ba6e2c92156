package dev.frontline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frontline.system.RunningStack.Account;
import dev.frontline.system.RunningStack.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whatever speaks to Frontline over HTTP: a sender of webhooks, a script with an account. */
final class Outside {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Outside() {}

  /** A status and a JSON body. */
  record Answer(int status, JsonNode body) {}

  static Answer get(URI base, String path, Account account)
      throws IOException, InterruptedException {
    return send(basic(base.resolve(path), account).GET().build());
  }

  static Answer post(URI base, String path, Account account, Object body)
      throws IOException, InterruptedException {
    return send(
        basic(base.resolve(path), account)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  /** Delivers a body as Standard Webhooks 1.0 says, signed with the webhook's secret. */
  static Answer deliver(Webhook webhook, byte[] body) throws IOException, InterruptedException {
    return deliver(webhook, body, webhook.secret());
  }

  static Answer deliver(Webhook webhook, byte[] body, String secret)
      throws IOException, InterruptedException {
    String id = "msg_" + UUID.randomUUID();
    long now = Instant.now().getEpochSecond();
    return send(
        HttpRequest.newBuilder(webhook.url())
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", String.valueOf(now))
            .header("webhook-signature", "v1," + sign(secret, id + "." + now + ".", body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /** The body of a {@code mention.created} delivery. */
  static byte[] created(String id, String author, String text) throws IOException {
    return created(
        Map.of(
            "id",
            id,
            "network",
            "murmur",
            "text",
            text,
            "author",
            Map.of("id", author, "handle", author, "followers", 120),
            "createdAt",
            Instant.now().toString(),
            "url",
            "https://murmur.invalid/" + author));
  }

  /** The body of a {@code mention.created} delivery that tells this. */
  static byte[] created(Map<String, Object> data) throws IOException {
    return JSON.writeValueAsBytes(
        Map.of("type", "mention.created", "timestamp", Instant.now().toString(), "data", data));
  }

  static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static HttpRequest.Builder basic(URI uri, Account account) {
    String word = account.user() + ":" + account.password();
    return HttpRequest.newBuilder(uri)
        .header("Accept", "application/json")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)));
  }

  private static Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    JsonNode body;
    try {
      body = JSON.readTree(response.body());
    } catch (IOException e) {
      body = JSON.missingNode();
    }
    return new Answer(response.statusCode(), body);
  }

  private static String sign(String secret, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
