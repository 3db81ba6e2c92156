package dev.frontline.local.demo.player;

import dev.frontline.local.demo.stream.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the story has been played: all that must survive a restart.
 *
 * @param startedAt when it was first started; the back-fill ends there and live play begins
 * @param hoursLeft everything up to this many hours before the end has happened
 * @param paused whether somebody stopped it
 * @param trickled how many posts came after the end
 * @param done ids of posts that were answered, labelled or followed by thanks
 */
record Progress(
    Instant startedAt, double hoursLeft, boolean paused, long trickled, Set<String> done) {

  /** How long the last part takes when nobody pauses it. */
  static final Duration LIVE_PLAY = Duration.ofMinutes(3);

  /** So old is the newest of the back-fill: nobody is alerted to it any more. */
  static final Duration OLD_NEWS = Duration.ofMinutes(5);

  Progress {
    done = Set.copyOf(done);
  }

  static Progress atStart(Instant now) {
    return new Progress(now, Story.LENGTH + 1, false, 0, Set.of());
  }

  boolean loading() {
    return hoursLeft > Story.LIVE;
  }

  boolean over() {
    return hoursLeft <= 0;
  }

  Progress upTo(double hours) {
    return new Progress(startedAt, Math.min(hours, hoursLeft), paused, trickled, done);
  }

  Progress paused(boolean now) {
    return new Progress(startedAt, hoursLeft, now, trickled, done);
  }

  Progress oneMoreTrickled() {
    return new Progress(startedAt, hoursLeft, paused, trickled + 1, done);
  }

  Progress with(String id) {
    Set<String> more = new TreeSet<>(done);
    more.add(id);
    return new Progress(startedAt, hoursLeft, paused, trickled, more);
  }

  /** How much of the back-fill is loaded; once it is, how much of the live part is played. */
  int percent() {
    double part =
        loading()
            ? (Story.LENGTH - hoursLeft) / (Story.LENGTH - Story.LIVE)
            : (Story.LIVE - hoursLeft) / Story.LIVE;
    return (int) Math.round(100 * Math.max(0, Math.min(1, part)));
  }

  /** When something of the back-fill happened. */
  Instant at(Step step) {
    return pastTime(step.hours());
  }

  /** When the post was written that this step of the back-fill brings, edits or takes down. */
  Instant written(Step step) {
    Double since = step.line().since();
    return since == null ? at(step) : pastTime(since);
  }

  /** When something so many hours before the end happened, while that is past. */
  Instant pastTime(double hours) {
    return startedAt.minus(OLD_NEWS).minusMillis(Math.round((hours - Story.LIVE) * 3_600_000));
  }

  /** How long so many of the story's hours take when they are played live. */
  static Duration timeFor(double hours) {
    return Duration.ofMillis(Math.round(LIVE_PLAY.toMillis() * hours / Story.LIVE));
  }

  /** How far live play gets in this time, in the story's hours. */
  static double hoursIn(Duration real) {
    return Story.LIVE * real.toMillis() / LIVE_PLAY.toMillis();
  }
}
