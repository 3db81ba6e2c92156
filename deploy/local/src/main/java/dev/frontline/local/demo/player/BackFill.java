package dev.frontline.local.demo.player;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.local.demo.stream.Story;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads the first days in windows of some hours: posts in the order of their times, and what people
 * did about them beside, as far as the order of each conversation allows. A window that was cut off
 * is loaded again without harm.
 */
final class BackFill {

  private static final double WINDOW = 6;

  /** Posts of the last hour that wait in triage are left for whoever watches. */
  private static final double TRIAGED_BEFORE = Story.LIVE + 1;

  private static final Duration GIVE_UP = Duration.ofSeconds(45);
  private static final long POLL_MS = 100;

  private final List<Step> steps;
  private final Services services;
  private final Clerk clerk;
  private final Stage stage;
  private final Chronicle chronicle;
  private final Clock clock;
  private final Desks desks = new Desks();

  BackFill(
      List<Step> steps,
      Services services,
      Clerk clerk,
      Stage stage,
      Chronicle chronicle,
      Clock clock) {
    this.steps = steps;
    this.services = services;
    this.clerk = clerk;
    this.stage = stage;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** Loads the next window. */
  void loadWindow() throws IOException, InterruptedException {
    Progress now = chronicle.now();
    double to = Math.max(Story.LIVE, (Math.ceil(now.hoursLeft() / WINDOW) - 1) * WINDOW);
    List<Step> window =
        steps.stream().filter(s -> s.hours() <= now.hoursLeft() && s.hours() > to).toList();
    Window loaded = new Window(now);
    try {
      for (Step step : window) {
        loaded.take(step);
      }
      loaded.flush();
    } finally {
      desks.awaitAll();
    }
    for (Step step : window) {
      boolean later = Turns.looksAt(step.line()) && Turns.hours(step.line()) <= to;
      if (step.kind() == Step.Kind.NETWORK && later && step.hours() > TRIAGED_BEFORE) {
        desks.hand(
            step.line().conversation(), () -> clerk.lead().triage(step.line(), now.at(step)));
      }
    }
    desks.awaitAll();
    chronicle.change(p -> p.upTo(to));
  }

  /** The part of a window that is gathered and not yet sent. */
  private final class Window {

    private final Progress progress;
    private final List<ObjectNode> posts = new ArrayList<>();
    private final List<Step> acts = new ArrayList<>();
    private final Set<String> gathered = new HashSet<>();
    private final Set<String> answeredIn = new HashSet<>();

    Window(Progress progress) {
      this.progress = progress;
    }

    void take(Step step) throws IOException, InterruptedException {
      String conversation = step.line().conversation();
      if (step.kind() != Step.Kind.NETWORK) {
        acts.add(step);
        answeredIn.add(conversation);
        return;
      }
      String original = step.line().data().path("repostOf").asText("");
      boolean copies = gathered.contains(original);
      if (copies || answeredIn.contains(conversation)) {
        flush();
      }
      if (copies) {
        heard(original);
      }
      desks.await(conversation);
      posts.add(Wire.data(step.line(), progress.written(step), progress.at(step)));
      gathered.add(step.line().id());
    }

    void flush() throws IOException {
      stage.send(posts, true);
      posts.clear();
      answeredIn.clear();
      acts.forEach(act -> desks.hand(act.line().conversation(), () -> perform(act)));
      acts.clear();
    }

    /** A repost folds only into what is known: whoever reposts has read the original. */
    private void heard(String original) throws IOException, InterruptedException {
      Instant until = clock.instant().plus(GIVE_UP);
      while (services.routed(original).isEmpty() && clock.instant().isBefore(until)) {
        Thread.sleep(POLL_MS);
      }
    }

    private void perform(Step act) throws IOException, InterruptedException {
      Instant until = clock.instant().plus(GIVE_UP);
      while (!chronicle.isDone(act)) {
        boolean over = clerk.perform(act, progress.at(act)) || clock.instant().isAfter(until);
        if (over) {
          chronicle.done(act);
        } else {
          Thread.sleep(POLL_MS);
        }
      }
    }
  }
}
