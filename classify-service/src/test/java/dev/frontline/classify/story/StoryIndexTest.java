package dev.frontline.classify.story;

import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.post;
import static dev.frontline.classify.Posts.postAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoryIndexTest {

  private static final String SMOKE =
      "Smoke in the cabin of Aurelia Air flight 412, we all had to leave the plane at the gate";
  private static final String HEADLINE =
      "Aurelia Air grounds twelve planes after smoke in the cabin https://news.example/a1";

  private final StoryIndex index = new StoryIndex(1_000);

  @Test
  void aPostThatNobodyElseWroteStandsAlone() {
    hear(post("1", "ada", SMOKE));

    assertThat(index.placeOf("demo:1")).isEqualTo(Place.ALONE);
  }

  @Test
  void aNearCopyByAnotherPersonSharesTheStoryAndKeepsItsCase() {
    hear(post("1", "ada", SMOKE));
    hear(post("2", "ben", SMOKE.toUpperCase() + "!!! @AureliaAir"));

    assertThat(index.placeOf("demo:2")).isEqualTo(new Place("demo:1", null));
  }

  @Test
  void theSameAuthorsNearCopyIsACopyOfTheirFirst() {
    hear(post("1", "ada", SMOKE));
    hear(post("2", "ben", SMOKE));
    hear(post("3", "ben", "@AureliaAir " + SMOKE));

    assertThat(index.placeOf("demo:3")).isEqualTo(new Place("demo:1", "demo:2"));
  }

  @Test
  void aHeadlinePassedOnIsACopyWhoeverPostsIt() {
    hear(post("1", "ada", HEADLINE));
    hear(post("2", "ben", "RT @ada: " + HEADLINE));

    assertThat(index.placeOf("demo:2")).isEqualTo(new Place("demo:1", "demo:1"));
  }

  @Test
  void aPersonsOwnWordsWithALinkAreNoHeadline() {
    String own = "My bag has been missing since Monday Aurelia Air https://pic.example/b";
    hear(post("1", "ada", own));
    hear(post("2", "ben", own));

    assertThat(index.placeOf("demo:2").nearCopyOf()).isNull();
  }

  @Test
  void shortPostsAreNobodysCopy() {
    hear(post("1", "ada", "thanks Aurelia Air"));
    hear(post("2", "ada", "thanks Aurelia Air"));

    assertThat(index.placeOf("demo:2")).isEqualTo(Place.ALONE);
  }

  @Test
  void differentPostsOfOneSubjectAreDifferentStories() {
    hear(post("1", "ada", "My bag is lost since Monday and nobody at Aurelia Air answers me"));
    hear(post("2", "ada", "Where can I find the new Aurelia Air summer timetable for Lisbon"));

    assertThat(index.placeOf("demo:2")).isEqualTo(Place.ALONE);
  }

  @Test
  void aStoryKeepsItsIdWhenAnOlderTellingOfItIsHeardLate() {
    hear(postAt("first", "ada", SMOKE, NOON));
    hear(postAt("second", "ben", SMOKE, NOON.plusSeconds(60)));
    hear(postAt("older", "cem", SMOKE, NOON.minusSeconds(600)));
    hear(postAt("fourth", "dee", SMOKE, NOON.plusSeconds(600)));

    for (String post : List.of("demo:second", "demo:older", "demo:fourth")) {
      assertThat(index.placeOf(post)).isEqualTo(new Place("demo:first", null));
    }
  }

  @Test
  void afterTwoDaysTheSameWordsAreANewStory() {
    hear(post("1", "ada", SMOKE));
    hear(postAt("2", "ada", SMOKE, NOON.plus(Duration.ofHours(49))));

    assertThat(index.placeOf("demo:2")).isEqualTo(Place.ALONE);
  }

  @Test
  void nothingIsFoldedIntoAPostThatIsGone() {
    hear(post("1", "ada", SMOKE));
    index.apply(Signature.forgotten("demo:1"), 1);
    hear(post("2", "ada", SMOKE));

    assertThat(index.placeOf("demo:2").nearCopyOf()).isNull();
  }

  @Test
  void aSignatureReadAgainChangesNothing() {
    hear(post("1", "ada", SMOKE));
    hear(post("2", "ada", SMOKE));
    hear(post("1", "ada", SMOKE));
    hear(post("2", "ada", SMOKE));

    assertThat(index.placeOf("demo:1")).isEqualTo(Place.ALONE);
    assertThat(index.placeOf("demo:2")).isEqualTo(new Place("demo:1", "demo:1"));
  }

  @Test
  void theIndexStaysBoundedAndForgetsTheOldestStories() {
    Random random = new Random(7);
    hear(post("first", "ada", SMOKE));
    for (int i = 0; i < 3_000; i++) {
      hear(post("x" + i, "u" + i, unlike(random)));
    }
    hear(post("again", "ada", SMOKE));
    hear(post("and-again", "ada", SMOKE));

    assertThat(index.placeOf("demo:again")).isEqualTo(Place.ALONE);
    assertThat(index.placeOf("demo:and-again").nearCopyOf()).isEqualTo("demo:again");
  }

  private void hear(Mention mention) {
    Signature.of(mention).ifPresent(signature -> index.apply(signature, 1));
  }

  private static String unlike(Random random) {
    return String.join(
        " ", List.of(word(random), word(random), word(random), word(random), word(random)));
  }

  private static String word(Random random) {
    return Integer.toString(random.nextInt(Integer.MAX_VALUE), 36).replaceAll("\\d", "q");
  }
}
