package dev.frontline.local.demo.player;

import dev.frontline.local.demo.stream.Story;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the dashboard's story bar shows and can do. */
public final class StoryBar {

  private static final int QUOTED = 2;
  private static final String ON_ITS_PAGE = "Its page says so.";

  /** Every post of the last beat passes through it. */
  public static final String KILLS = "routing";

  private final Player player;
  private final Services services;
  private final List<Beat> beats;
  private volatile boolean killed;
  private final BooleanSupplier kill;
  private final BlockingQueue<Double> jumps = new LinkedBlockingQueue<>();

  /**
   * @param kill ends a service the hard way; false where it does not run now
   */
  public StoryBar(
      Player player, Services services, Story story, String networkUrl, BooleanSupplier kill) {
    this.kill = kill;
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
   * @param kills name of the service that {@code kill} ends, null where the story is not there yet
   */
  public record View(
      String state, int percent, int beat, @Nullable String kills, List<BeatView> beats) {}

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
    String kills = last == views.size() - 1 ? KILLS : null;
    return new View(state(now), now.percent(), last, kills, views);
  }

  /**
   * @param action {@code play}, {@code pause}, {@code next} or {@code kill}
   * @return false where there is no such action
   */
  public boolean act(String action) {
    switch (action) {
      case "play" -> player.pause(false);
      case "pause" -> player.pause(true);
      case "next" -> next();
      case "kill" -> {
        if (kill.getAsBoolean()) {
          killed = true;
        }
      }
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
      if (player.loaded()) {
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
    String why = "";
    if (beat.post() != null && reached(beat, now)) {
      why = counts.isEmpty() ? ON_ITS_PAGE : why(beat.post());
    }
    return told(beat, counts)
        .replace("{heard}", heard)
        .replace("{cases}", cases)
        .replace("{why}", why)
        .strip();
  }

  /** What the last beat says depends on whether its service was killed, and is back. */
  private String told(Beat beat, Map<String, Long> counts) {
    if (!beat.link().kind().equals("now") || !killed) {
      return beat.text();
    }
    return counts.isEmpty()
        ? "Routing was killed and is starting again. What is written meanwhile is heard and waits;"
            + " nobody's case is lost."
        : "Routing was killed and is back. {heard} posts heard, each in one place, and every case"
            + " has its owner: see for yourself.";
  }

  /** Which rule sent it where, and the label that made the rule hold. */
  private String why(String mentionId) {
    try {
      return services
          .routed(mentionId)
          .map(r -> r.why().stream().limit(QUOTED).collect(Collectors.joining(" ")))
          .orElse("It is on its way.");
    } catch (IOException e) {
      return ON_ITS_PAGE;
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
