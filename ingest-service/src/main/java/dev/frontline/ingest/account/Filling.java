package dev.frontline.ingest.account;

import dev.frontline.ingest.fetch.Ask;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of {names}. */
final class Filling {

  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

  private Filling() {}

  /** As it is, for headers and secrets. */
  static String plain(String template, Map<String, String> values) {
    return filled(template, values, UnaryOperator.identity());
  }

  /** For addresses; the server stands as it is, everything else as one segment or value. */
  static String address(String template, Map<String, String> values) {
    String server = values.getOrDefault("server", "");
    String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    return filled(template.replace("{server}", base), values, Ask::encode);
  }

  /** For the inside of JSON strings. */
  static String json(String template, Map<String, String> values) {
    return filled(
        template,
        values,
        value ->
            new String(
                com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance()
                    .quoteAsString(value)));
  }

  private static String filled(
      String template, Map<String, String> values, UnaryOperator<String> written) {
    Matcher names = NAME.matcher(template);
    return names.replaceAll(
        found -> Matcher.quoteReplacement(written.apply(values.getOrDefault(found.group(1), ""))));
  }
}
