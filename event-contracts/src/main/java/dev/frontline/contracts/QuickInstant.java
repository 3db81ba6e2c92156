package dev.frontline.contracts;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads an instant as RFC 3339 text with a parser made for nothing else, in a tenth of the time
 * that the general one takes; a case carries dozens of them. Whatever it does not know, the general
 * one reads or refuses.
 */
final class QuickInstant extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1L;

  QuickInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      try {
        return ITU.parseDateTime(parser.getText()).toInstant();
      } catch (DateTimeException e) {
        return InstantDeserializer.INSTANT.deserialize(parser, context);
      }
    }
    return InstantDeserializer.INSTANT.deserialize(parser, context);
  }
}
