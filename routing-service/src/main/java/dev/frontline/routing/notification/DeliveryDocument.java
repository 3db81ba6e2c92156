package dev.frontline.routing.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A delivery as it is stored: what is asked for in fields, the whole of it as one text. */
final class DeliveryDocument {

  private DeliveryDocument() {}

  static Document of(Delivery delivery) {
    try {
      return new Document("_id", delivery.id())
          .append("version", delivery.version())
          .append("sink", delivery.sink())
          .append("recipient", delivery.recipient())
          .append("state", word(delivery.state()))
          .append("kind", delivery.notice().kind().word())
          .append("department", delivery.notice().department())
          .append("about", delivery.notice().about())
          .append("createdAt", Date.from(delivery.createdAt()))
          .append("endedAt", date(delivery.endedAt()))
          .append("digest", delivery.digest())
          .append("delivery", Json.MAPPER.writeValueAsString(delivery));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a delivery is always JSON", e);
    }
  }

  static Delivery read(Document document) {
    try {
      return Json.MAPPER.readValue(document.getString("delivery"), Delivery.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored delivery cannot be read: " + e.getMessage(), e);
    }
  }

  static String word(Delivery.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }
}
