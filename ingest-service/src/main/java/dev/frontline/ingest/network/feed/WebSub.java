package dev.frontline.ingest.network.feed;

import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Signatures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A subscription at a feed's hub (w3.org/TR/websub). It is asked for where {@code
 * settings.callback} says under which address this source's hook is reached from outside, and a
 * token is set to sign with; renewed when a quarter of its lease is left. Without one, or once it
 * is over, the feed is polled as any other.
 */
final class WebSub {

  /** A feed that is told is polled all the same, for what its hub did not tell. */
  static final Duration WHILE_TOLD = Duration.ofHours(1);

  private static final Logger LOG = Logger.getLogger(WebSub.class);
  private static final Duration LEASE = Duration.ofDays(10);
  private static final Duration ASK_AGAIN = Duration.ofHours(1);
  private static final String TOKEN = "token";

  private WebSub() {}

  /** Whether the hub promised to tell, and still does. */
  static boolean told(Opened opened) {
    return Subscription.of(opened).holds(opened.now());
  }

  /** Asks the feed's hub to tell, where it is time to. */
  static void keep(Opened opened, Answer feed) throws InterruptedException {
    Optional<String> callback = opened.setting("callback");
    if (callback.isEmpty() || opened.secret() == null) {
      return;
    }
    Subscription standing = Subscription.of(opened);
    Subscription wanted = feed.unchanged() ? standing : standing.at(Hub.of(feed).orElse(null));
    if (!wanted.due(opened.now(), ASK_AGAIN)) {
      if (!wanted.equals(standing)) {
        wanted.keep(opened);
      }
      return;
    }
    // Kept first: a hub may ask back before it answers.
    wanted.asked(opened.now()).keep(opened);
    try {
      opened.web().apart().ask(request(opened, wanted, callback.get()));
    } catch (Fault e) {
      LOG.warnf("hub does not take the subscription source=%s kind=%s", opened.id(), e.kind());
    }
  }

  private static Ask request(Opened opened, Subscription wanted, String callback) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(
        "hub.callback", Ask.with(URI.create(callback), Map.of(TOKEN, token(opened))).toString());
    form.put("hub.mode", "subscribe");
    form.put("hub.topic", wanted.topic());
    form.put("hub.lease_seconds", String.valueOf(LEASE.toSeconds()));
    form.put("hub.secret", secret(opened));
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + Ask.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return Ask.send(
        "POST",
        URI.create(wanted.hub()),
        "application/x-www-form-urlencoded",
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers a hub that asks whether it was really us, and hears one that says no. */
  static Optional<String> greet(Opened opened, Delivery question) {
    Map<String, String> told = question.query();
    Subscription standing = Subscription.of(opened);
    boolean ours =
        opened.secret() != null
            && Signatures.same(told.getOrDefault(TOKEN, ""), token(opened))
            && standing.topic().equals(told.get("hub.topic"));
    if (!ours) {
      return Optional.empty();
    }
    switch (told.getOrDefault("hub.mode", "")) {
      case "subscribe" -> {
        Instant until = opened.now().plus(lease(told.get("hub.lease_seconds")));
        standing.until(opened.now(), until).keep(opened);
        return Optional.ofNullable(told.get("hub.challenge"));
      }
      case "denied" -> {
        standing.over().keep(opened);
        return Optional.of("");
      }
      default -> {
        // Nobody here asks to end one.
        return Optional.empty();
      }
    }
  }

  static boolean genuine(Opened opened, Delivery delivery) {
    return opened.secret() != null
        && Signatures.holdsAny(delivery.header("x-hub-signature"), secret(opened), delivery.body());
  }

  private static Duration lease(@Nullable String seconds) {
    try {
      long told = seconds == null ? LEASE.toSeconds() : Long.parseLong(seconds);
      return Duration.ofSeconds(Math.max(1, Math.min(told, LEASE.toSeconds() * 10)));
    } catch (NumberFormatException e) {
      return LEASE;
    }
  }

  /** What hubs are told instead of the source's own secret. */
  private static String secret(Opened opened) {
    return derived(opened, "websub secret ");
  }

  /** By which a hub that asks back is known to be the one that was asked. */
  private static String token(Opened opened) {
    return derived(opened, "websub callback ").substring(0, 32);
  }

  private static String derived(Opened opened, String what) {
    return Signatures.hex(
        String.valueOf(opened.secret()), (what + opened.id()).getBytes(StandardCharsets.UTF_8));
  }
}
