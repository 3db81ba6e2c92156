package dev.frontline.routing.notification.rest;

import dev.frontline.routing.notification.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as people see it.
 *
 * @param id for paths
 * @param recipient id of a person, null for the sink's channel
 * @param state {@code queued, collected, sending, sent, failed} or {@code unknown}
 * @param uncertain tries of which nobody knows whether they arrived
 * @param key by which the sink knows it, where it knows keys
 * @param log what happened, oldest first
 */
record DeliveryJson(
    String id,
    String kind,
    @Nullable String department,
    @Nullable String brand,
    String title,
    List<String> lines,
    @Nullable String link,
    String urgency,
    Instant at,
    String sink,
    @Nullable String recipient,
    String state,
    Instant createdAt,
    @Nullable Instant nextTry,
    @Nullable Instant endedAt,
    int attempts,
    int uncertain,
    String key,
    List<Delivery.Line> log) {

  static DeliveryJson of(Delivery delivery) {
    return new DeliveryJson(
        ref(delivery.id()),
        delivery.notice().kind().word(),
        delivery.notice().department(),
        delivery.notice().brand(),
        delivery.gathers() ? "Digest" : delivery.notice().title(),
        delivery.gathers() ? List.of() : delivery.notice().lines(),
        delivery.notice().link(),
        delivery.notice().urgency().name().toLowerCase(Locale.ROOT),
        delivery.notice().at(),
        delivery.sink(),
        delivery.recipient().isEmpty() ? null : delivery.recipient(),
        delivery.state().name().toLowerCase(Locale.ROOT),
        delivery.createdAt(),
        delivery.state().ended() ? null : delivery.notBefore(),
        delivery.endedAt(),
        delivery.attempts(),
        delivery.uncertain(),
        delivery.key(),
        delivery.log());
  }

  static String ref(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<String> id(String ref) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(ref), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
