package dev.frontline.ingest.network.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JSON Feed of three pages, whose second and third are named by {@code next_url}. */
@NeedsStack
class OlderPagesTest {

  private static final Duration EVERY = Duration.ofMinutes(5);

  private final Map<String, Reply> pages = new HashMap<>();
  private Served publisher;
  private Rig rig;

  @BeforeEach
  void open() {
    publisher = new Served(asked -> pages.getOrDefault(asked.path(), Reply.status(404)));
    pages.put("/feed", Feeds.ok(Feeds.jsonPage("/feed/2", 1, 2)).with("ETag", "\"v1\""));
    pages.put("/feed/2", Feeds.ok(Feeds.jsonPage(publisher.address() + "/feed/3", 3, 4)));
    pages.put("/feed/3", Feeds.ok(Feeds.jsonPage(null, 5, 6)));
    rig = lookingBack("P30D");
  }

  @AfterEach
  void close() {
    rig.close();
    publisher.close();
  }

  @Test
  void olderPagesAreReadToTheEndOnceAndAreHistory() {
    rig.turn();
    rig.clock.forward(EVERY);
    rig.turn();

    assertThat(rig.posted()).extracting(Mention::id).containsExactlyElementsOf(Feeds.ids(6));
    assertThat(rig.posted()).allMatch(Mention::history);
    assertThat(publisher.asked("GET", "/feed/2")).hasSize(1);
    assertThat(publisher.asked("GET", "/feed")).hasSize(2);
    assertThat(publisher.asked("GET", "/feed").get(1).headers())
        .containsEntry("If-none-match", "\"v1\"");
  }

  @Test
  void withoutLookingBackTheNewestPageIsReadAlone() {
    try (Rig newest = new Rig(new FeedSource(), publisher.address() + "/feed", null, Map.of())) {
      newest.turn();

      assertThat(newest.posted()).hasSize(2);
      assertThat(publisher.asked("GET", "/feed/2")).isEmpty();
    }
  }

  @Test
  void noPageIsReadBeyondTheMoment() {
    try (Rig hours = lookingBack("PT3H")) {
      hours.turn();

      assertThat(hours.posted()).extracting(Mention::id).contains("feed:https://n.invalid/3");
      assertThat(publisher.asked("GET", "/feed/3")).isEmpty();
    }
  }

  @Test
  void anArchiveWithoutAnEndIsLeftAtTheCapAsAGap() {
    for (int n = 2; n <= 60; n++) {
      pages.put("/feed/" + n, Feeds.ok(Feeds.jsonPage("/feed/" + (n + 1), n)));
    }

    rig.run(EVERY.multipliedBy(3));

    assertThat(publisher.asked("GET", "/feed/41")).hasSize(1);
    assertThat(publisher.asked("GET", "/feed/42")).isEmpty();
    assertThat(rig.gaps()).isEqualTo(1);
  }

  @Test
  void aPageThatNamesItselfEndsTheReading() {
    pages.put("/feed/2", Feeds.ok(Feeds.jsonPage("/feed/2", 3, 4)));

    rig.turn();

    assertThat(rig.posted()).hasSize(4);
    assertThat(publisher.asked("GET", "/feed/2")).hasSize(1);
  }

  @Test
  void aBusyArchiveIsReadOnWhenItSays() {
    Reply good = pages.put("/feed/2", Reply.status(429).with("Retry-After", "90"));

    Instant due = rig.turn();
    pages.put("/feed/2", good);
    rig.clock.to(due);
    rig.turn();

    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(90));
    assertThat(rig.posted()).hasSize(6);
    assertThat(rig.gaps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void anArchiveThatFailsIsAskedAgainAndNothingIsLost(int status) {
    Reply good = pages.put("/feed/2", Reply.status(status));

    Instant due = rig.turn();
    assertThat(rig.trouble()).contains(String.valueOf(status));
    pages.put("/feed/2", good);
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.posted()).hasSize(6);
    assertThat(rig.trouble()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410, 400})
  void anOlderPageThatIsNotToBeHadIsAGapAndTheFeedGoesOn(int status) {
    pages.put("/feed/2", Reply.status(status));

    rig.turn();
    pages.put("/feed", Feeds.ok(Feeds.jsonPage("/feed/2", 0, 1, 2)));
    rig.clock.forward(EVERY);
    rig.turn();

    assertThat(rig.gaps()).isEqualTo(1);
    assertThat(rig.posted()).hasSize(3);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void halfAnOlderPageIsParkedAndTheFeedGoesOn() {
    pages.put("/feed/2", Feeds.ok(Feeds.jsonPage("/feed/3", 3, 4).substring(0, 90)));

    rig.turn();

    assertThat(rig.parked()).hasSize(1);
    assertThat(rig.gaps()).isEqualTo(1);
    assertThat(rig.posted()).hasSize(2);
  }

  @Test
  void anAddressThatIsNoWebAddressIsNotFollowed() {
    pages.put("/feed", Feeds.ok(Feeds.jsonPage("file:///etc/passwd", 1, 2)));

    rig.turn();

    assertThat(rig.posted()).hasSize(2);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    int crashes =
        PollCrash.at(
            IntStream.rangeClosed(1, 12),
            EVERY,
            () -> lookingBack("P30D"),
            told -> told.containsExactlyInAnyOrderElementsOf(Feeds.ids(6)));
    assertThat(crashes).isGreaterThanOrEqualTo(12);
  }

  private Rig lookingBack(String time) {
    return new Rig(new FeedSource(), publisher.address() + "/feed", null, Map.of("lookback", time));
  }
}
