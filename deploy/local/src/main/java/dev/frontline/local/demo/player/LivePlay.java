package dev.frontline.local.demo.player;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.local.demo.stream.Story;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays the last hours as they happen: posts count from now, and people act when they are due. */
final class LivePlay {

  /** How long an act waits for its case before it is let go. */
  private static final Duration GIVE_UP = Duration.ofMinutes(5);

  private final List<Step> steps;
  private final Clerk clerk;
  private final Stage stage;
  private final Chronicle chronicle;
  private final Clock clock;
  private final Map<Step, Instant> waiting = new HashMap<>();

  LivePlay(List<Step> steps, Clerk clerk, Stage stage, Chronicle chronicle, Clock clock) {
    this.steps = steps;
    this.clerk = clerk;
    this.stage = stage;
    this.chronicle = chronicle;
    this.clock = clock;
    Progress now = chronicle.now();
    steps.stream()
        .filter(s -> s.hours() <= Story.LIVE && s.kind() != Step.Kind.NETWORK)
        .filter(s -> now.over() || s.hours() > now.hoursLeft())
        .filter(s -> !chronicle.isDone(s))
        .forEach(s -> await(s, afterTheEnd(s)));
  }

  /** Plays everything up to this many hours before the end now. */
  void playTo(double hours) throws IOException {
    double until = Math.max(0, hours);
    Progress now = chronicle.now();
    List<ObjectNode> batch = new ArrayList<>();
    for (Step step : steps) {
      boolean last = until == 0 && step.hours() < 0;
      // What stands exactly at the mark may have been cut off by a crash; again does no harm.
      if (step.hours() > now.hoursLeft() || (step.hours() < until && !last)) {
        continue;
      }
      if (step.kind() == Step.Kind.NETWORK) {
        batch.add(Wire.data(step.line(), written(step, now), clock.instant()));
      } else if (!chronicle.isDone(step)) {
        await(step, afterTheEnd(step));
      }
    }
    stage.send(batch, false);
    chronicle.change(p -> p.upTo(until));
  }

  /** Somebody acts after this time, as soon as the case is there. */
  void await(Step step, Duration time) {
    waiting.putIfAbsent(step, clock.instant().plus(time));
  }

  /** Lets everybody act whose time has come. */
  void act() throws IOException, InterruptedException {
    for (Map.Entry<Step, Instant> entry : List.copyOf(waiting.entrySet())) {
      Instant now = clock.instant();
      if (entry.getValue().isAfter(now)) {
        continue;
      }
      boolean late = entry.getValue().plus(GIVE_UP).isBefore(now);
      if (clerk.perform(entry.getKey(), null) || late) {
        waiting.remove(entry.getKey());
        if (entry.getKey().line().hours() != null || entry.getKey().line().thanks() != null) {
          chronicle.done(entry.getKey());
        }
      }
    }
  }

  private static Duration afterTheEnd(Step step) {
    return Progress.timeFor(Math.max(0, -step.hours()));
  }

  private Instant written(Step step, Progress now) {
    Double since = step.line().since();
    return since != null && since > Story.LIVE ? now.pastTime(since) : clock.instant();
  }
}
