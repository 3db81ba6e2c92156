package dev.frontline.local.demo.player;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Required;
import dev.frontline.kit.company.Company;
import dev.frontline.local.demo.network.NetworkBook;
import dev.frontline.local.demo.network.Reply;
import dev.frontline.local.demo.stream.Story;
import dev.frontline.local.demo.stream.StoryLine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Plays the story: two and a half days as back-fill in windows of a few hours, the rest live, then
 * a trickle. Each turn does a little and may be repeated without harm, so that a service that is
 * away, or a restart, costs nothing but time.
 */
public final class Player {

  /** How long after an answer its author says thank you. */
  static final Duration THANKS_AFTER = Duration.ofSeconds(8);

  /** The longest that one turn plays at once: a machine that slept goes on where it was. */
  private static final Duration STEP = Duration.ofSeconds(2);

  private static final int DESKS = 6;

  private static final double WINDOW = 3;

  /** Posts of the last hours that wait in triage are left for whoever watches. */
  private static final double TRIAGED_BEFORE = Story.LIVE + 4;

  private static final Duration TRICKLE = Duration.ofSeconds(25);
  private static final Duration GIVE_UP = Duration.ofSeconds(45);

  private final Story story;
  private final List<Step> steps;
  private final Services services;
  private final Clerk clerk;
  private final NetworkBook network;
  private final ProgressFile file;
  private final Clock clock;

  /** Several people answer at once; what belongs to one conversation stays in order. */
  private final ExecutorService desks =
      Executors.newFixedThreadPool(
          DESKS,
          work -> {
            Thread thread = new Thread(work, "desk");
            thread.setDaemon(true);
            return thread;
          });

  private final Map<Step, Instant> waiting = new HashMap<>();
  private final Map<StoryLine, Instant> thanks = new HashMap<>();
  private Progress progress;
  private Instant lastTrickle;

  public Player(
      Story story,
      Services services,
      Company company,
      NetworkBook network,
      ProgressFile file,
      Clock clock) {
    this.story = story;
    this.steps = Step.of(story.timed());
    this.services = services;
    this.clerk = new Clerk(services, company);
    this.network = network;
    this.file = file;
    this.clock = clock;
    this.lastTrickle = clock.instant();
    this.progress = file.read().orElseGet(() -> Progress.atStart(clock.instant()));
    file.write(progress);
    resume();
  }

  /**
   * Does what is due.
   *
   * @param elapsed real time since the last turn
   * @throws IOException where a service is away: the next turn tries again
   */
  public void turn(Duration elapsed) throws IOException, InterruptedException {
    Progress now = progress();
    if (now.loading()) {
      loadWindow(now);
      return;
    }
    sayThanks();
    tryWaiting();
    if (now.paused()) {
      return;
    }
    if (!now.over()) {
      playTo(now.hoursLeft() - Progress.hoursIn(elapsed.compareTo(STEP) > 0 ? STEP : elapsed));
    } else {
      trickle();
    }
  }

  /** Plays everything up to this many hours before the end now. */
  void playTo(double hours) throws IOException {
    double until = Math.max(0, hours);
    Progress now = progress();
    List<ObjectNode> batch = new ArrayList<>();
    for (Step step : steps) {
      // What stands exactly at the mark may have been cut off by a crash; again does no harm.
      if (step.hours() > now.hoursLeft() || step.hours() < until) {
        continue;
      }
      if (step.kind() == Step.Kind.NETWORK) {
        batch.add(Wire.data(step.line(), written(step.line()), clock.instant()));
      } else if (!now.done().contains(mark(step))) {
        waiting.putIfAbsent(step, clock.instant());
      }
    }
    send(batch, false);
    change(p -> p.upTo(until));
  }

  /** An answer came to the network: its author may have something to say. */
  public synchronized void answered(Reply reply) {
    story
        .thanksFor(reply.mentionId())
        .filter(line -> !progress.done().contains(line.id()))
        .ifPresent(line -> thanks.putIfAbsent(line, clock.instant().plus(THANKS_AFTER)));
  }

  synchronized void pause(boolean now) {
    change(p -> p.paused(now));
  }

  synchronized Progress progress() {
    return progress;
  }

  private void loadWindow(Progress now) throws IOException, InterruptedException {
    double to = Math.max(Story.LIVE, (Math.ceil(now.hoursLeft() / WINDOW) - 1) * WINDOW);
    List<ObjectNode> batch = new ArrayList<>();
    List<Step> acts = new ArrayList<>();
    Set<String> talkedIn = new HashSet<>();
    for (Step step : steps) {
      if (step.hours() > now.hoursLeft() || step.hours() <= to) {
        continue;
      }
      if (step.kind() != Step.Kind.NETWORK) {
        acts.add(step);
        talkedIn.add(step.line().conversation());
        continue;
      }
      if (talkedIn.contains(step.line().conversation())) {
        loadAndAct(batch, acts);
        talkedIn.clear();
      }
      batch.add(Wire.data(step.line(), written(step.line()), progress.pastTime(step.hours())));
    }
    loadAndAct(batch, acts);
    for (Step step : steps) {
      boolean early = step.hours() <= now.hoursLeft() && step.hours() > to;
      if (early && step.kind() == Step.Kind.NETWORK && step.hours() > TRIAGED_BEFORE) {
        clerk.triage(step.line());
      }
    }
    change(p -> p.upTo(to));
  }

  private void loadAndAct(List<ObjectNode> batch, List<Step> acts)
      throws IOException, InterruptedException {
    send(batch, true);
    batch.clear();
    Map<String, List<Step>> talks = new LinkedHashMap<>();
    acts.forEach(
        act -> talks.computeIfAbsent(act.line().conversation(), c -> new ArrayList<>()).add(act));
    List<Callable<Void>> work = new ArrayList<>();
    talks.values().forEach(talk -> work.add(() -> actInTurn(talk)));
    for (Future<Void> done : desks.invokeAll(work)) {
      try {
        done.get();
      } catch (ExecutionException e) {
        throw new IOException("an answer of the story could not be given", e.getCause());
      }
    }
    acts.clear();
  }

  private Void actInTurn(List<Step> talk) throws IOException, InterruptedException {
    for (Step act : talk) {
      Instant until = clock.instant().plus(GIVE_UP);
      while (!progress().done().contains(mark(act))) {
        if (perform(act, progress().pastTime(act.hours())) || clock.instant().isAfter(until)) {
          change(p -> p.with(mark(act)));
        } else {
          Thread.sleep(150);
        }
      }
    }
    return null;
  }

  private void tryWaiting() throws IOException, InterruptedException {
    for (Map.Entry<Step, Instant> entry : List.copyOf(waiting.entrySet())) {
      Step step = entry.getKey();
      boolean late = entry.getValue().plus(GIVE_UP).isBefore(clock.instant());
      if (perform(step, null) || late) {
        waiting.remove(step);
        change(p -> p.with(mark(step)));
      }
    }
  }

  private boolean perform(Step step, @Nullable Instant at)
      throws IOException, InterruptedException {
    StoryLine line = step.line();
    Clerk.Result result =
        step.kind() == Step.Kind.CORRECT
            ? clerk.correct(line)
            : clerk.answer(line, Required.value("answer", line.answer()), at);
    return result == Clerk.Result.DONE;
  }

  private void sayThanks() throws IOException {
    List<StoryLine> due;
    synchronized (this) {
      Instant now = clock.instant();
      due =
          thanks.entrySet().stream()
              .filter(e -> !e.getValue().isAfter(now))
              .map(Map.Entry::getKey)
              .toList();
    }
    for (StoryLine line : due) {
      send(List.of(Wire.data(line, clock.instant(), clock.instant())), false);
      change(p -> p.with(line.id()));
      if (line.answer() != null) {
        waiting.put(new Step(0, Step.Kind.ANSWER, line), clock.instant());
      }
      synchronized (this) {
        thanks.remove(line);
      }
    }
  }

  private void trickle() throws IOException {
    List<StoryLine> lines = story.trickle();
    if (lines.isEmpty() || lastTrickle.plus(TRICKLE).isAfter(clock.instant())) {
      return;
    }
    long count = progress().trickled();
    StoryLine line = lines.get((int) (count % lines.size()));
    ObjectNode data = Wire.data(line, clock.instant(), clock.instant());
    data.put("id", line.id() + "-" + count);
    send(List.of(data), false);
    lastTrickle = clock.instant();
    change(Progress::oneMoreTrickled);
  }

  private void send(List<ObjectNode> batch, boolean backfill) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    // On the network first: an answer may come back at once.
    network.publish(batch);
    services.replay(List.copyOf(batch), backfill);
  }

  private Instant written(StoryLine line) {
    Double since = line.since() != null ? line.since() : line.hours();
    double hours = since == null ? 0 : since;
    return hours > Story.LIVE ? progress().pastTime(hours) : clock.instant();
  }

  private void resume() {
    for (Step step : steps) {
      boolean begun = step.hours() <= Story.LIVE && step.hours() > progress.hoursLeft();
      if (begun && step.kind() != Step.Kind.NETWORK && !progress.done().contains(mark(step))) {
        waiting.put(step, clock.instant());
      }
    }
    story.thanks().stream()
        .filter(line -> !progress.done().contains(line.id()))
        .filter(line -> network.isAnswered(Required.text("thanks", line.thanks())))
        .forEach(line -> thanks.put(line, clock.instant()));
  }

  private static String mark(Step step) {
    return step.kind() + " " + step.line().id();
  }

  private synchronized void change(UnaryOperator<Progress> step) {
    Progress to = step.apply(progress);
    file.write(to);
    progress = to;
  }
}
