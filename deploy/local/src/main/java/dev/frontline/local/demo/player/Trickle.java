package dev.frontline.local.demo.player;

import dev.frontline.local.demo.stream.StoryLine;
import dev.frontline.local.demo.stream.Variations;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What goes on when the story is over: a post every now and then, none like the one before. */
final class Trickle {

  private static final Duration EVERY = Duration.ofSeconds(25);

  private static final int RECENT = 24;

  private final Variations variations;
  private final Stage stage;
  private final Chronicle chronicle;
  private final Clock clock;
  private Instant last;

  Trickle(Variations variations, Stage stage, Chronicle chronicle, Clock clock) {
    this.variations = variations;
    this.stage = stage;
    this.chronicle = chronicle;
    this.clock = clock;
    this.last = clock.instant();
  }

  /** The last posts before a restart: whoever was about to answer them still does. */
  List<StoryLine> latest() {
    if (variations.isEmpty()) {
      return List.of();
    }
    long end = chronicle.now().trickled();
    return LongStream.range(Math.max(0, end - RECENT), end).mapToObj(variations::post).toList();
  }

  /** Writes the next post where it is time for one; returns it. */
  Optional<StoryLine> flow() throws IOException {
    Instant now = clock.instant();
    if (variations.isEmpty() || last.plus(EVERY).isAfter(now)) {
      return Optional.empty();
    }
    StoryLine line = variations.post(chronicle.now().trickled());
    stage.send(List.of(Wire.data(line, now, now)), false);
    last = now;
    chronicle.change(Progress::oneMoreTrickled);
    return Optional.of(line);
  }
}
