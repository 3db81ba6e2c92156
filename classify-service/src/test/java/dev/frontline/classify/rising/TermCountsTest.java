package dev.frontline.classify.rising;

import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.judgedAs;
import static dev.frontline.classify.Posts.post;
import static dev.frontline.classify.Posts.postAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.rising.TermCounts.Place;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.CompanyFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermCountsTest {

  private static final String AIR = "Aurelia Air";

  private static final String COMPANY =
      """
      name: Aurelia
      zone: UTC
      shape: solo
      brands: [{ name: Aurelia Air, terms: [aurelia] }]
      sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
      """;

  private final TermCounts counts = new TermCounts(CompanyFile.parse(COMPANY, Map.of()));

  @Test
  void whatManyPeopleSayOfASuddenIsRisingButNeverTheBrandsOwnName() {
    hearQuietHours(counts);

    for (int i = 0; i < 8; i++) {
      say(post("r" + i, "author" + i, "Aurelia lost the purple trolley again"));
    }

    assertThat(rising()).extracting(RisingTerm::term).contains("purple trolley");
    assertThat(rising()).extracting(RisingTerm::term).noneMatch(t -> t.contains("aurelia"));
  }

  @Test
  void advertsAndOldPostsDoNotCount() {
    hearQuietHours(counts);

    for (int i = 0; i < 8; i++) {
      Mention advert = post("a" + i, "author" + i, "purple trolley for sale");
      counts.count(
          List.of(new ClassifyEvent.MentionClassified(advert, judgedAs("noise", 0.9))), NOON);
      say(postAt("o" + i, "author" + i, "purple trolley", NOON.minus(Duration.ofHours(9))));
    }

    assertThat(rising()).isEmpty();
  }

  @Test
  void whatAnotherInstanceCountedIsAddedUp() {
    hearQuietHours(counts);
    TermCounts other = new TermCounts(CompanyFile.parse(COMPANY, Map.of()));
    for (int i = 0; i < 4; i++) {
      say(post("m" + i, "mine" + i, "purple trolley"));
      say(other, post("t" + i, "theirs" + i, "purple trolley"));
    }
    Place now = new Place(AIR, TermCounts.hourOf(NOON));
    HourOfTerms theirs = other.written(List.of(now), (place, hour) -> hour).get(0);

    assertThat(rising()).isEmpty();
    assertThat(counts.rising(AIR, Map.of(now, List.of(theirs)), NOON, 5))
        .extracting(RisingTerm::authors)
        .containsExactly(8);
  }

  private List<RisingTerm> rising() {
    return counts.rising(AIR, Map.of(), NOON, 5);
  }

  private void say(Mention mention) {
    say(counts, mention);
  }

  private static void say(TermCounts to, Mention mention) {
    to.count(
        List.of(new ClassifyEvent.MentionClassified(mention, judgedAs("complaint", 0.9))), NOON);
  }

  private static void hearQuietHours(TermCounts to) {
    for (int hour = 4; hour < 40; hour++) {
      to.remember(
          new Place(AIR, TermCounts.hourOf(NOON) - hour),
          HourOfTerms.counted(Map.of("seat", new HourOfTerms.Count(2, "demo:s")), 20, false));
    }
  }
}
