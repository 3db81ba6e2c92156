package dev.frontline.local.demo.player;

import dev.frontline.contracts.Required;
import dev.frontline.local.demo.network.Reply;
import dev.frontline.local.demo.stream.Story;
import dev.frontline.local.demo.stream.StoryLine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People who write once more when they were answered, by whomever. */
final class Thanks {

  /** How long after the answer. */
  static final Duration AFTER = Duration.ofSeconds(8);

  private final Story story;
  private final Stage stage;
  private final Chronicle chronicle;
  private final Clock clock;
  private final Map<StoryLine, Instant> due = new HashMap<>();

  Thanks(Story story, Stage stage, Chronicle chronicle, Clock clock) {
    this.story = story;
    this.stage = stage;
    this.chronicle = chronicle;
    this.clock = clock;
    story.thanks().stream()
        .filter(line -> !isSaid(line))
        .filter(line -> stage.isAnswered(Required.text("thanks", line.thanks())))
        .forEach(line -> due.put(line, clock.instant()));
  }

  /** An answer came to the network; called by its own threads. */
  synchronized void answered(Reply reply) {
    story
        .thanksFor(reply.mentionId())
        .filter(line -> !isSaid(line))
        .ifPresent(line -> due.putIfAbsent(line, clock.instant().plus(AFTER)));
  }

  /** Writes what is due; returns it. */
  List<StoryLine> say() throws IOException {
    Instant now = clock.instant();
    List<StoryLine> lines = dueAt(now);
    for (StoryLine line : lines) {
      stage.send(List.of(Wire.data(line, now, now)), false);
      chronicle.change(p -> p.with(line.id()));
      said(line);
    }
    return lines;
  }

  private synchronized List<StoryLine> dueAt(Instant now) {
    return due.entrySet().stream()
        .filter(e -> !e.getValue().isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  private synchronized void said(StoryLine line) {
    due.remove(line);
  }

  private boolean isSaid(StoryLine line) {
    return chronicle.now().done().contains(line.id());
  }
}
