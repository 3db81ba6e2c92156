package dev.frontline.routing.notification.sink;

import com.standardwebhooks.Webhook;
import dev.frontline.kit.company.InvalidCompanyFileException;
import dev.frontline.kit.company.Sink;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what speaks to each of a company's sinks, with secrets from the environment. */
public final class Senders {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int SUBMISSION = 587;

  private final Map<String, String> environment;
  private final Vertx vertx;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param environment where the variables are that sinks name
   */
  public Senders(Map<String, String> environment, Vertx vertx, Clock clock) {
    this.environment = environment;
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * A sender for each sink, by its id.
   *
   * @throws InvalidCompanyFileException naming the sink and the variable that is not set or wrong
   */
  public Map<String, Sender> of(List<Sink> sinks) {
    Map<String, Sender> senders = new LinkedHashMap<>();
    sinks.forEach(sink -> senders.put(sink.id(), of(sink)));
    return senders;
  }

  private Sender of(Sink sink) {
    Duration timeout = sink.timeout() == null ? TIMEOUT : sink.timeout();
    Http http = new Http(client, clock, timeout);
    return switch (sink.kind()) {
      case Sink.SLACK -> new SlackSender(http, address(sink));
      case Sink.TEAMS -> new TeamsSender(http, address(sink));
      case Sink.PAGERDUTY ->
          new PagerDutySender(
              http,
              sink.url() == null && sink.urlFrom() == null
                  ? PagerDutySender.ADDRESS
                  : address(sink),
              variable(sink, "keyFrom", sink.keyFrom()));
      case Sink.WEBHOOK -> new HookSender(http, address(sink), signing(sink), clock);
      default -> mail(sink, timeout);
    };
  }

  private Sender mail(Sink sink, Duration timeout) {
    return new MailSender(
        vertx,
        new MailSender.Server(
            String.valueOf(sink.host()),
            sink.port() == null ? SUBMISSION : sink.port(),
            sink.tls() == null ? "required" : sink.tls(),
            sink.user(),
            sink.passwordFrom() == null
                ? null
                : variable(sink, "passwordFrom", sink.passwordFrom())),
        String.valueOf(sink.from()),
        sink.to(),
        timeout);
  }

  private Webhook signing(Sink sink) {
    String secret = variable(sink, "secretFrom", sink.secretFrom());
    try {
      if (secret.startsWith("whsec_")) {
        return new Webhook(secret);
      }
    } catch (IllegalArgumentException e) {
      // The message would repeat the secret.
    }
    throw wrong(sink, "secretFrom", "is not 'whsec_' and base64", sink.secretFrom());
  }

  private URI address(Sink sink) {
    String text = sink.url() == null ? variable(sink, "urlFrom", sink.urlFrom()) : sink.url();
    try {
      URI address = URI.create(text);
      if (address.getHost() != null
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // The message would repeat the address, which may be a secret.
    }
    throw wrong(sink, "urlFrom", "is not an address starting with https://", sink.urlFrom());
  }

  private String variable(Sink sink, String field, @Nullable String name) {
    String value = name == null ? null : environment.get(name);
    if (value == null || value.isBlank()) {
      throw wrong(sink, field, "is not set", name);
    }
    return value.strip();
  }

  private static InvalidCompanyFileException wrong(
      Sink sink, String field, String what, @Nullable String name) {
    return new InvalidCompanyFileException(
        "frontline.yaml sinks."
            + sink.id()
            + "."
            + field
            + ": the environment variable "
            + name
            + " "
            + what);
  }
}
