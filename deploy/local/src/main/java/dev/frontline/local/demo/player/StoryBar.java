package dev.frontline.local.demo.player;

import dev.frontline.local.demo.stream.Story;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/** What the dashboard's story bar shows and can do. */
public final class StoryBar {

  private static final int QUOTED = 2;

  private final Player player;
  private final Services services;
  private final List<Beat> beats;
  private final BlockingQueue<Double> jumps = new LinkedBlockingQueue<>();

  public StoryBar(Player player, Services services, Story story, String networkUrl) {
    this.player = player;
    this.services = services;
    this.beats = Beats.of(story, networkUrl);
  }

  /**
   * The bar as JSON.
   *
   * @param state {@code loading}, {@code playing}, {@code paused} or {@code over}
   * @param percent how much of the back-fill is loaded, then how much of the live part is played
   * @param beat index of the beat last reached, -1 before the first
   */
  public record View(String state, int percent, int beat, List<BeatView> beats) {}

  /** A beat as JSON. */
  public record BeatView(String id, String title, String text, boolean reached, Beat.Link link) {}

  /** The bar as it stands now. */
  public View view() {
    Progress now = player.progress();
    Map<String, Long> counts = counts();
    List<BeatView> views =
        beats.stream()
            .map(
                b ->
                    new BeatView(
                        b.id(), b.title(), filled(b, counts, now), reached(b, now), b.link()))
            .toList();
    int last = -1;
    for (int i = 0; i < views.size(); i++) {
      if (views.get(i).reached()) {
        last = i;
      }
    }
    return new View(state(now), now.percent(), last, views);
  }

  /**
   * @param action {@code play}, {@code pause} or {@code next}
   * @return false where there is no such action
   */
  public boolean act(String action) {
    switch (action) {
      case "play" -> player.pause(false);
      case "pause" -> player.pause(true);
      case "next" -> next();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Does the jumps that people asked for; called by the one thread that plays. */
  public void jump() throws IOException {
    Double to;
    while ((to = jumps.peek()) != null) {
      if (!player.progress().loading()) {
        player.playTo(to);
      }
      jumps.poll();
    }
  }

  private void next() {
    Progress now = player.progress();
    beats.stream().filter(b -> !reached(b, now)).findFirst().ifPresent(b -> jumps.add(b.hours()));
  }

  private static boolean reached(Beat beat, Progress now) {
    return now.hoursLeft() <= beat.hours();
  }

  private static String state(Progress now) {
    if (now.loading()) {
      return "loading";
    }
    if (now.paused()) {
      return "paused";
    }
    return now.over() ? "over" : "playing";
  }

  private String filled(Beat beat, Map<String, Long> counts, Progress now) {
    String heard =
        counts.containsKey("accepted") ? counts.get("accepted").toString() : "Hundreds of";
    String cases = counts.containsKey("opened") ? counts.get("opened").toString() : "some";
    return beat.text()
        .replace("{heard}", heard)
        .replace("{cases}", cases)
        .replace("{why}", beat.post() == null || !reached(beat, now) ? "" : why(beat.post()))
        .strip();
  }

  /** Which rule sent it where, and the label that made the rule hold. */
  private String why(String mentionId) {
    try {
      return services
          .routed(mentionId)
          .map(r -> r.why().stream().limit(QUOTED).collect(Collectors.joining(" ")))
          .orElse("It is on its way.");
    } catch (IOException e) {
      return "Its page says so.";
    }
  }

  private Map<String, Long> counts() {
    try {
      return services.counts();
    } catch (IOException e) {
      return Map.of(); // a service is away: the text does without figures
    }
  }
}
