package dev.frontline.kit.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;

/** Says in a person's words why YAML could not be read as a company. */
final class Unreadable {

  private Unreadable() {}

  /**
   * @param text what was read
   */
  static InvalidCompanyFileException in(String file, String text, JsonProcessingException e) {
    OptionalInt line =
        e.getLocation() == null ? OptionalInt.empty() : OptionalInt.of(e.getLocation().getLineNr());
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      Spot spot = spot(mapping);
      OptionalInt exact = FileLines.of(text).of(spot);
      return refusal(file, exact.isPresent() ? exact : line, spot.shown() + ": " + what(e), e);
    }
    return refusal(file, line, what(e), e);
  }

  private static InvalidCompanyFileException refusal(
      String file, OptionalInt line, String what, JsonProcessingException e) {
    String where = line.isPresent() ? " line " + line.getAsInt() + " " : " ";
    return new InvalidCompanyFileException(file + where + what, e);
  }

  private static String what(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
      return "there is no '" + unknown.getPropertyName() + "' here; allowed are " + known;
    }
    if (e instanceof InvalidFormatException wrong) {
      return "'" + wrong.getValue() + "' is not " + expected(wrong.getTargetType());
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "this is not " + expected(mismatch.getTargetType());
    }
    return e.getOriginalMessage();
  }

  private static String expected(Class<?> type) {
    if (type == Duration.class) {
      return "a duration; write it as PT30M, PT2H or P1D";
    }
    if (ZoneId.class.isAssignableFrom(type)) {
      return "a time zone; write it as Europe/Amsterdam or UTC";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (List.class.isAssignableFrom(type)) {
      return "a list; write it as [one, two]";
    }
    if (type == String.class) {
      return "a text";
    }
    return "a group of fields such as name: value";
  }

  private static Spot spot(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('/').append(step.getIndex());
        shown.append('[').append(step.getIndex()).append(']');
      } else {
        path.append('/').append(step.getFieldName());
        shown.append(shown.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return new Spot(path.toString(), shown.toString());
  }
}
