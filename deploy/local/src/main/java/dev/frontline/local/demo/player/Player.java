package dev.frontline.local.demo.player;

import dev.frontline.kit.company.Company;
import dev.frontline.local.demo.network.NetworkBook;
import dev.frontline.local.demo.network.Reply;
import dev.frontline.local.demo.stream.Story;
import dev.frontline.local.demo.stream.StoryLine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Plays the story: two and a half days as back-fill, the rest live, then a trickle. Each turn does
 * a little and may be repeated without harm, so that a service that is away, or a restart, costs
 * nothing but time.
 */
public final class Player {

  /** The longest that one turn plays at once: a machine that slept goes on where it was. */
  private static final Duration STEP = Duration.ofSeconds(2);

  /** How long a case stays open after somebody's thanks. */
  private static final Duration AFTER_THANKS = Duration.ofSeconds(20);

  /** After the story, how long until somebody sees that a post needs no answer. */
  private static final Duration MISHEARD = Duration.ofMinutes(4);

  /** Notes that what was usual before the story is taught. */
  private static final String USUAL = "usual";

  private final Story story;
  private final Services services;
  private final Company company;
  private final Chronicle chronicle;
  private final BackFill backFill;
  private final LivePlay livePlay;
  private final Thanks thanks;
  private final Trickle trickle;

  public Player(
      Story story,
      Services services,
      Company company,
      NetworkBook network,
      ProgressFile file,
      Clock clock) {
    this.story = story;
    this.services = services;
    this.company = company;
    List<Step> steps = Step.of(story.timed());
    Clerk clerk = new Clerk(services, company);
    Stage stage = new Stage(network, services);
    chronicle = new Chronicle(file, clock);
    backFill = new BackFill(steps, services, clerk, stage, chronicle, clock);
    livePlay = new LivePlay(steps, clerk, stage, chronicle, clock);
    thanks = new Thanks(story, stage, chronicle, clock);
    trickle = new Trickle(story.variations(), stage, chronicle, clock);
    trickle.latest().forEach(line -> lookLater(line, ownTime(line)));
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
      if (!now.done().contains(USUAL)) {
        Instant begin = now.pastTime(Story.LENGTH);
        services.usual(FourWeeks.before(begin, story, company));
        chronicle.change(p -> p.with(USUAL));
      }
      backFill.loadWindow();
      return;
    }
    for (StoryLine said : thanks.say()) {
      lookLater(said, said.answer() == null ? AFTER_THANKS : Duration.ZERO);
    }
    livePlay.act();
    if (now.paused()) {
      return;
    }
    if (!now.over()) {
      playTo(now.hoursLeft() - Progress.hoursIn(elapsed.compareTo(STEP) > 0 ? STEP : elapsed));
      return;
    }
    trickle.flow().ifPresent(line -> lookLater(line, ownTime(line)));
  }

  /** Plays everything up to this many hours before the end now. */
  void playTo(double hours) throws IOException {
    livePlay.playTo(hours);
  }

  /** Whether the first days stand there: what comes from now on comes live. */
  public boolean loaded() {
    return !progress().loading();
  }

  /** An answer came to the network: its author may have something to say. */
  public void answered(Reply reply) {
    thanks.answered(reply);
  }

  void pause(boolean now) {
    chronicle.change(p -> p.paused(now));
  }

  Progress progress() {
    return chronicle.now();
  }

  private void lookLater(StoryLine line, Duration after) {
    if (Turns.looksAt(line)) {
      livePlay.await(new Step(0, Step.Kind.ANSWER, line), after);
    }
  }

  /** After the story its minutes are real ones. */
  private static Duration ownTime(StoryLine line) {
    Double minutes = line.answer() == null ? null : line.answer().minutes();
    return minutes == null ? MISHEARD : Duration.ofMillis(Math.round(minutes * 60_000));
  }
}
