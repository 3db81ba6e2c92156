package dev.frontline.routing.incident.watch;

import static dev.frontline.routing.incident.watch.Said.NOON;
import static dev.frontline.routing.incident.watch.Said.burn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.contracts.incident.Risen;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BrandWatchTest {

  private static final long HOUR = 3_600_000;

  private final Desk desk = new Desk();

  @Test
  void theThirdPersonWithTheSameRiskIsAnAlarmOnASmallBrand() {
    fourWeeks(3);
    desk.hear(burn("a", "kim").minutes(0)).hear(burn("b", "lee").minutes(20));
    assertThat(desk.alarms()).isEmpty();

    desk.hear(burn("c", "mia").minutes(40));

    assertThat(desk.alarms()).hasSize(1);
    Rise rise = desk.alarms().get(0);
    assertThat(rise.kind()).isEqualTo(IncidentKind.CRISIS);
    assertThat(rise.cause()).isEqualTo("risk:safety");
    assertThat(rise.mentionIds()).containsExactly("a", "b", "c");
    assertThat(rise.why().firstPost()).isEqualTo("a");
    assertThat(rise.why().terms()).extracting(Risen::name).contains("burn", "steam");
    assertThat(rise.why().sentences()).hasSize(2);
  }

  @Test
  void aBarThatWasRaisedNeedsOnePersonMoreAndSurvivesARestart() throws IOException {
    fourWeeks(3);
    desk.tune(2, Map.of("story", 1.1)).tune(1, Map.of());
    desk.restart();

    desk.hear(burn("a", "kim").minutes(0)).hear(burn("b", "lee").minutes(20));
    desk.hear(burn("c", "mia").minutes(40));
    assertThat(desk.alarms()).isEmpty();
    desk.hear(burn("d", "nic").minutes(45));

    assertThat(desk.alarms()).isNotEmpty();
  }

  @Test
  void whatIsCountedIsToldMinuteByMinuteWithWhatIsUsual() {
    fourWeeks(240);
    desk.hear(Said.post("a").by("kim").complaint().followedBy(9_000).minutes(0));
    desk.hear(Said.post("b").by("lee").praise().minutes(0.5));

    desk.tick(NOON + 5 * 60_000);

    Map<String, Double> noon = desk.counted.get(NOON / 60_000);
    assertThat(noon)
        .containsEntry("all", 2.0)
        .containsEntry("complaint", 1.0)
        .containsEntry("harmful", 1.0)
        .containsEntry("kind", 1.0);
    assertThat(desk.usual.get(NOON / 60_000).get("all")).isBetween(0.05, 1.0);
    assertThat(desk.counted.get(NOON / 60_000 + 1)).isEmpty();
    assertThat(desk.noted).containsExactly("a");
    assertThat(desk.hours).hasSize(28 * 24);
  }

  @Test
  void aMoodThatTurnsWithoutMorePostsIsAnAlarmByItsShare() {
    fourWeeks(2_000);

    for (int i = 0; i < 170; i++) {
      Said said = Said.post("p" + i).by("a" + i).minutes(i * 0.7);
      desk.hear(i % 10 < 7 ? said.unhappy() : said);
    }
    desk.tick(NOON + 3 * HOUR);

    assertThat(desk.alarms()).anyMatch(rise -> rise.signals().contains("negative-share"));
    assertThat(desk.alarms()).noneMatch(rise -> rise.signals().contains("all"));
    assertThat(desk.incidents()).hasSize(1);
  }

  @Test
  void onePersonWhoRepeatsHimselfIsNoAlarm() {
    fourWeeks(3);

    for (int i = 0; i < 40; i++) {
      desk.hear(burn("bot-" + i, "bot").minutes(i));
    }
    desk.tick(NOON + HOUR);

    assertThat(desk.alarms()).isEmpty();
  }

  @Test
  void theFourthPostOfADayIsNoAlarmWhereThreeAreUsual() {
    fourWeeks(3);

    for (int i = 0; i < 4; i++) {
      desk.hear(Said.post("p" + i).by("a" + i).complaint().minutes(i * 90));
    }
    desk.tick(NOON + 12 * HOUR);

    assertThat(desk.told).isEmpty();
  }

  @Test
  void postsThatWereLookedBackAtRaiseNoAlarm() {
    for (int i = 0; i < 30; i++) {
      desk.hear(burn("h" + i, "a" + i).minutes(i).lookedBack().heard(), NOON + 24 * HOUR);
    }
    desk.tick(NOON + 25 * HOUR);

    assertThat(desk.told).isEmpty();
  }

  @Test
  void aBacklogThatIsCaughtUpIsReadByItsOwnTimes() {
    fourWeeks(2_000);
    long now = NOON + 100 * 60_000;
    desk.tick(NOON + 2 * 60_000).tick(now);
    Random random = new Random(7);
    for (int i = 0; i < 140; i++) {
      Said said = Said.post("late-" + i).by("a" + i).minutes(random.nextInt(100));
      desk.hear((i % 5 == 0 ? said.complaint() : said).heard(), now);
    }
    desk.tick(now + 4 * 60_000);

    assertThat(desk.alarms()).isEmpty();
  }

  @Test
  void whatRisesTogetherIsOneIncident() {
    fourWeeks(2_000);
    desk.tick(NOON + 60_000);
    crisis(0, 120);
    desk.tick(NOON + 90 * 60_000);

    assertThat(desk.incidents()).hasSize(1);
    Rise last = desk.alarms().get(desk.alarms().size() - 1);
    assertThat(last.signals()).contains("risk:safety", "complaint", "all");
  }

  @Test
  void aPostThatIsJudgedAgainOrHeardTwiceCountsOnce() {
    fourWeeks(3);
    for (int i = 0; i < 5; i++) {
      desk.hear(burn("a", "kim").minutes(0)).hear(burn("a", "kim").minutes(0).again());
      desk.hear(burn("b", "lee").minutes(1)).hear(burn("x" + i, "x" + i).minutes(2).again());
    }

    assertThat(desk.told).isEmpty();
  }

  @Test
  void aRiskThatIsSeenOnlyAtTheSecondLookCounts() {
    fourWeeks(3);
    desk.hear(burn("a", "kim").minutes(0)).hear(burn("b", "lee").minutes(1));
    desk.hear(Said.post("c").by("mia").minutes(2));

    desk.hear(burn("c", "mia").minutes(2).again());

    assertThat(desk.alarms()).hasSize(1);
  }

  @Test
  void aRiseLedByPraiseIsAnOpportunity() {
    fourWeeks(2_000);
    desk.tick(NOON + 60_000);
    for (int i = 0; i < 300; i++) {
      desk.hear(Said.post("l" + i).by("fan" + i).praise().minutes(i / 15.0));
    }
    desk.tick(NOON + 40 * 60_000);

    assertThat(desk.alarms()).isEmpty();
    assertThat(desk.told).isNotEmpty().allMatch(r -> r.kind() == IncidentKind.OPPORTUNITY);
  }

  @Test
  void aRestartInTheMiddleOfASpikeNeitherRepeatsNorLosesTheAlarm() throws IOException {
    fourWeeks(2_000);
    desk.tick(NOON + 60_000);
    crisis(0, 60);
    desk.restart();
    crisis(60, 120);
    desk.restart().tick(NOON + 90 * 60_000);

    Desk whole = new Desk();
    fourWeeks(whole, 2_000);
    whole.tick(NOON + 60_000);
    crisis(whole, 0, 120);
    whole.tick(NOON + 90 * 60_000);
    assertThat(desk.incidents()).hasSize(1).isEqualTo(whole.incidents());
    assertThat(last(desk).posts()).isEqualTo(last(whole).posts());
  }

  @Test
  void whatAnEarlierDetectorWroteIsLearnedAnewAndTheRestStays() throws IOException {
    fourWeeks(3);
    desk.hear(burn("a", "kim").minutes(0)).hear(burn("b", "lee").minutes(20));
    desk.shelf.put("s/all", new byte[] {1, 2, 3});

    desk.restart().hear(burn("c", "mia").minutes(40));

    assertThat(desk.alarms()).hasSize(1);
    assertThat(desk.alarms().get(0).mentionIds()).containsExactly("a", "b", "c");
  }

  private static Rise last(Desk desk) {
    return desk.alarms().get(desk.alarms().size() - 1);
  }

  private void crisis(int from, int to) {
    crisis(desk, from, to);
  }

  /** Four posts a minute, half of them of burns. */
  private static void crisis(Desk desk, int from, int to) {
    for (int i = from; i < to; i++) {
      Said said = i % 2 == 0 ? burn("c" + i, "a" + i) : Said.post("c" + i).by("a" + i);
      desk.hear(said.complaint().minutes(1 + i / 4.0));
    }
  }

  private void fourWeeks(double postsADay) {
    fourWeeks(desk, postsADay);
  }

  /** Hours until noon, a fifth complaints, two in a hundred risky. */
  private static void fourWeeks(Desk desk, double postsADay) {
    Random random = new Random(1);
    for (long hour = NOON / HOUR - 28 * 24; hour < NOON / HOUR; hour++) {
      double all = poisson(random, postsADay / 24);
      Map<String, Double> counts = new HashMap<>(Map.of("all", all));
      counts.put("complaint", Math.floor(all * 0.2));
      counts.put("negative", Math.floor(all * 0.25));
      counts.put("pr_risk", Math.floor(all * 0.02));
      desk.learn(hour, counts, NOON - 60_000);
    }
    desk.tick(NOON - 60_000 + 30_000);
  }

  private static double poisson(Random random, double mean) {
    double left = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > left; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  @Test
  void chanceIsCountedRightInItsTail() {
    assertThat(StoryRule.atLeast(3, 0.1)).isCloseTo(1.55e-4, withinPercent());
    assertThat(StoryRule.atLeast(15, 5)).isCloseTo(2.26e-4, withinPercent());
    assertThat(StoryRule.atLeast(1, 5)).isCloseTo(0.9933, withinPercent());
    assertThat(StoryRule.needed(1_000, 3e-5)).isBetween(1_750L, 2_500L);
  }

  private static org.assertj.core.data.Percentage withinPercent() {
    return org.assertj.core.data.Percentage.withPercentage(1);
  }

  @Test
  void wordsOfNoteLeaveOutNamesAddressesAndCommonWords() {
    assertThat(Words.of("@morrowby The lid CAME off https://x.example/lid and scalded this hand"))
        .isEqualTo(List.of("scalded", "hand"));
  }
}
