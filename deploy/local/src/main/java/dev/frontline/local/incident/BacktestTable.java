package dev.frontline.local.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A backtest of a brand as the terminal shows it. */
final class BacktestTable {

  private BacktestTable() {}

  /**
   * Both settings, and one line for programs.
   *
   * @param bar by what all bars of the other setting were multiplied
   */
  static List<String> lines(JsonNode found, double bar) {
    List<String> lines = new ArrayList<>();
    lines.add(
        found.path("brand").asText()
            + ", "
            + found.path("recordedHours").asInt()
            + " hours recorded since "
            + found.path("from").asText());
    setting(lines, "as it is set now", found.path("present"));
    setting(lines, String.format(Locale.ROOT, "with all bars at %.2f", bar), found.path("other"));
    if (found.path("byStory").asInt() > 0) {
      lines.add(
          found.path("byStory").asInt() + " more rang because people told one story, at any bar");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "RESULT hours=%d present=%d other=%d right=%d right_other=%d false=%d false_other=%d"
                + " missed=%d missed_other=%d",
            found.path("recordedHours").asInt(),
            found.path("present").path("alarms").size(),
            found.path("other").path("alarms").size(),
            found.path("present").path("right").asInt(),
            found.path("other").path("right").asInt(),
            found.path("present").path("wrong").asInt(),
            found.path("other").path("wrong").asInt(),
            found.path("present").path("missed").size(),
            found.path("other").path("missed").size()));
    return lines;
  }

  private static void setting(List<String> lines, String name, JsonNode setting) {
    lines.add("");
    lines.add(
        name
            + ": "
            + setting.path("alarms").size()
            + " alarms ("
            + setting.path("right").asInt()
            + " right, "
            + setting.path("wrong").asInt()
            + " false, "
            + setting.path("unjudged").asInt()
            + " unjudged), "
            + setting.path("missed").size()
            + " missed");
    for (JsonNode a : setting.path("alarms")) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s  %-8s %-14s %s%s",
              a.path("at").asText(),
              a.path("outcome").asText(),
              a.path("signal").asText(),
              a.path("why").asText(),
              a.hasNonNull("title") ? " · " + a.path("title").asText() : ""));
    }
    for (JsonNode m : setting.path("missed")) {
      lines.add("  " + m.path("at").asText() + "  missed   " + m.path("title").asText());
    }
  }
}
