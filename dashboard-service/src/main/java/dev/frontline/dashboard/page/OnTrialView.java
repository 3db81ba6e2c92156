package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A trial in a list.
 *
 * @param address of its report
 * @param state in words
 * @param open whether it still waits for a decision
 */
public record OnTrialView(String address, String name, String state, String until, boolean open) {

  static List<OnTrialView> all(JsonNode body) {
    List<OnTrialView> all = new ArrayList<>();
    for (JsonNode t : body.path("items")) {
      String state = t.path("state").asText();
      all.add(
          new OnTrialView(
              "/listening/trial?of="
                  + URLEncoder.encode(t.path("of").asText(), StandardCharsets.UTF_8),
              t.path("name").asText(),
              inWords(state),
              t.path("until").asText(),
              state.equals("running") || state.equals("due")));
    }
    return all;
  }

  static String inWords(String state) {
    return switch (state) {
      case "running" -> "running";
      case "due" -> "its days are over: decide";
      case "staff" -> "staffed";
      case "listen-only" -> "only listened to";
      case "drop" -> "dropped";
      default -> state;
    };
  }
}
