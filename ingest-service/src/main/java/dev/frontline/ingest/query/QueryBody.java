package dev.frontline.ingest.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.post.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A query as it is sent, read field by field, so that each wrong one can be named. */
final class QueryBody {

  private static final List<Expected> EXPECTED =
      List.of(
          new Expected("kind", "brand, rival, topic or campaign", JsonNode::isTextual),
          new Expected("name", "a text", JsonNode::isTextual),
          new Expected("text", "a text", JsonNode::isTextual),
          new Expected("version", "a whole number", JsonNode::canConvertToLong),
          new Expected("askNetworks", "true or false", JsonNode::isBoolean),
          new Expected("maySpend", "true or false", JsonNode::isBoolean),
          new Expected("excluded", "a list of texts", JsonNode::isArray),
          new Expected("kept", "a list of texts", JsonNode::isArray));

  private final JsonNode body;

  private record Expected(String field, String allowed, Predicate<JsonNode> type) {}

  QueryBody(@Nullable JsonNode body) {
    this.body = body == null ? MissingNode.getInstance() : body;
  }

  /** Empty where it is none of the four. */
  Optional<Match.Kind> kind() {
    for (Match.Kind kind : Match.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(body.path("kind").asText())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  String name() {
    return word("name").strip();
  }

  String text() {
    return word("text");
  }

  /** Of the query that is changed; 0 for a new one. */
  long version() {
    return body.path("version").asLong(0);
  }

  boolean is(String field) {
    return body.path(field).asBoolean(false);
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    body.path(field).forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /** The first field that is of the wrong type; what is missing is told by whoever needs it. */
  Optional<FieldError> wrong() {
    if (!body.isObject()) {
      return Optional.of(new FieldError("body", "a JSON object"));
    }
    for (Expected one : EXPECTED) {
      JsonNode value = body.path(one.field());
      if (!value.isMissingNode() && !value.isNull() && !one.type().test(value)) {
        return Optional.of(new FieldError(one.field(), one.allowed()));
      }
    }
    return Optional.empty();
  }

  private String word(String field) {
    return body.path(field).isTextual() ? body.path(field).asText() : "";
  }
}
