package dev.frontline.ingest.network.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class XTest {

  private static final Instant EARLIER = Rig.NOON.minusSeconds(60);
  private static final Offset<Double> A_HAIR = Assertions.within(1e-9);
  private static final String SEARCH = "/2/tweets/search/recent";

  private final Site site = new Site();
  private final X x = new X();
  private final Served network = new Served(site::answer);
  private Rig rig = searching(Map.of());

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void aPostIsTakenWithItsAuthorItsThreadAndWhatItCost() {
    ObjectNode post = site.post(1, EARLIER, "kettlery &amp; me").put("conversation_id", "55");
    post.putArray("referenced_tweets").addObject().put("type", "replied_to").put("id", "56");

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("x:" + post.path("id").asText());
              assertThat(mention.text()).isEqualTo("kettlery & me");
              assertThat(mention.author().handle()).isEqualTo("jo");
              assertThat(mention.author().followers()).isEqualTo(10);
              assertThat(mention.conversationId()).isEqualTo("x:55");
              assertThat(mention.inReplyTo()).isEqualTo("x:56");
              assertThat(mention.createdAt()).isEqualTo(EARLIER);
              assertThat(mention.url()).endsWith("/jo/status/" + post.path("id").asText());
              assertThat(mention.reach()).isEqualTo(90);
              assertThat(mention.mayTrain()).isFalse();
            });
    assertThat(rig.cost()).isEqualTo(0.015, A_HAIR);
  }

  @Test
  void pagesAreReadToTheEndAndTheOverlapIsNotPaidAgain() {
    IntStream.range(0, 230).forEach(n -> site.post(n, EARLIER, "kettlery " + n));

    rig.turn();
    rig.clock.forward(Duration.ofMinutes(1));
    rig.turn();

    assertThat(rig.posted()).hasSize(230).extracting(Mention::id).doesNotHaveDuplicates();
    assertThat(rig.cost()).isEqualTo(230 * 0.005 + 3 * 0.010, A_HAIR);
    assertThat(network.asked("GET", SEARCH)).hasSizeGreaterThan(5);
  }

  @Test
  void anEditIsTheSamePostWithLaterWords() {
    ObjectNode post = site.post(1, EARLIER, "kettlery leaks");
    rig.turn();
    String edited = String.valueOf(Ids.at(Rig.NOON));
    post.put("id", edited).put("text", "kettlery leaks no more");
    post.withArray("edit_history_tweet_ids").add(edited);

    rig.clock.forward(Duration.ofMinutes(2));
    rig.turn();

    assertThat(rig.told().get(1))
        .isInstanceOfSatisfying(
            MentionEdited.class,
            event -> {
              assertThat(event.mention().text()).isEqualTo("kettlery leaks no more");
              assertThat(event.mention().id()).isEqualTo(rig.posted().get(0).id());
              assertThat(event.mention().editedAt()).isEqualTo(Rig.NOON);
            });
  }

  @Test
  void theQuotasOwnEndIsObeyed() {
    site.trouble(1, Reply.status(429).with("x-rate-limit-reset", epoch(Rig.NOON.plusSeconds(400))));
    site.post(1, EARLIER, "kettlery");

    Instant due = rig.turn();
    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(400));
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.posted()).hasSize(1);
    assertThat(network.asked()).hasSize(2);
  }

  @Test
  void aTokenThatIsNotAcceptedNeedsAPersonAndNothingIsLostMeanwhile() {
    site.trouble(1, Reply.status(401));
    site.post(1, EARLIER, "kettlery");

    Instant due = rig.turn();
    assertThat(rig.needsAttention()).isTrue();
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.needsAttention()).isFalse();
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void whatFailsBreaksOffOrIsGarbageIsReadAgainAndParked() {
    site.post(1, EARLIER, "kettlery");
    site.trouble(1, Reply.status(503));
    rig.clock.to(rig.turn());
    site.trouble(1, Reply.json("{\"data\":[{\"id\":\"1\",\"te"));
    rig.clock.to(rig.turn());
    site.trouble(1, Reply.json("{\"what\":1}"));
    rig.clock.to(rig.turn());

    rig.turn();

    assertThat(rig.parked()).hasSize(2);
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aPageThatHasExpiredIsBegunAnew() {
    IntStream.range(0, 150).forEach(n -> site.post(n, EARLIER, "kettlery " + n));
    site.quiet = 1;
    site.trouble(1, Reply.status(503));
    rig.clock.to(rig.turn());
    site.trouble(1, Reply.status(400));

    rig.turn();

    assertThat(rig.posted()).hasSize(150);
  }

  @Test
  void aCapThatIsReachedMakesItRestInWordsOverARestartUntilTheNextMonth() {
    rig.close();
    rig = searching(Map.of("spendCap", "0.5"));
    IntStream.range(0, 150).forEach(n -> site.post(n, EARLIER, "kettlery " + n));

    rig.turn();
    rig.restart();
    Instant due = rig.turn();

    assertThat(rig.cost()).isLessThanOrEqualTo(0.5);
    assertThat(rig.needsAttention()).isTrue();
    assertThat(rig.trouble())
        .isEqualTo(
            "the 0.50 US dollars for March 2026 are spent; it is read again from 2026-04-01 on, or"
                + " once settings.spendCap allows more");
    int asked = network.asked().size();
    rig.clock.to(due);
    rig.turn();
    assertThat(network.asked()).hasSize(asked);
    assertThat(rig.posted()).hasSizeBetween(60, 100);
  }

  @Test
  void inTheNewMonthItGoesOnAndWhatTheSearchNoLongerTellsIsAGap() {
    rig.close();
    rig = searching(Map.of("spendCap", "0.15"));
    IntStream.range(0, 30).forEach(n -> site.post(n, EARLIER, "kettlery " + n));
    rig.turn();
    rig.clock.to(Instant.parse("2026-04-01T00:00:01Z"));
    site.post(500, Instant.parse("2026-03-31T12:00:00Z"), "kettlery in the new month");

    rig.turn();

    assertThat(rig.posted()).last().satisfies(m -> assertThat(m.text()).endsWith("new month"));
    assertThat(rig.gaps()).isEqualTo(1);
    assertThat(rig.cost()).isEqualTo(0.015, A_HAIR);
  }

  @Test
  void withoutAuthorsAPostCostsAThird() {
    rig.close();
    rig = searching(Map.of("authors", "false"));
    site.post(1, EARLIER, "kettlery");

    rig.turn();

    assertThat(network.asked("GET", SEARCH).get(0).query().get("expansions"))
        .isEqualTo("attachments.media_keys");
  }

  @Test
  void whatWasDeletedOrSuspendedIsWithdrawnWithinADay() {
    ObjectNode gone = site.post(1, EARLIER, "kettlery one");
    site.post(2, EARLIER, "kettlery two");
    site.jobSteps = 3;
    rig.turn();
    site.gone.add(gone.path("id").asText());

    rig.run(Duration.ofHours(21));

    assertThat(site.uploads.get(0).lines()).hasSize(2);
    assertThat(site.uploads.get(1).lines()).hasSize(1);
    assertThat(rig.told())
        .filteredOn(MentionDeleted.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactly("x:" + gone.path("id").asText());
  }

  @Test
  void namesBecomeAsFewQueriesAsTheirLengthAllowsAndOwnAccountsAreAmongThem() {
    Rig named = new Rig(x, network.address(), "token", Map.of("spendCap", "50"));
    try (named) {
      assertThat(Queries.of(named.opened(), 512))
          .containsExactly(
              "(\"kettlery\" OR \"café kettle\" OR \"teapotia\" OR \"boilwell\" OR \"right to"
                  + " repair\" OR \"righttorepair\" OR \"slowsunday\") -is:retweet");
      assertThat(Queries.of(named.opened(), 60))
          .hasSize(3)
          .allMatch(query -> query.length() <= 60 && query.endsWith(") -is:retweet"));
    }
  }

  private Rig searching(Map<String, String> settings) {
    site.address = network.address();
    Map<String, String> all = new HashMap<>(Map.of("query", "kettlery", "spendCap", "50"));
    all.putAll(settings);
    return new Rig(x, network.address(), "token", all);
  }

  private static String epoch(Instant at) {
    return String.valueOf(at.getEpochSecond());
  }

  static List<String> ids(Rig rig) {
    return rig.posted().stream().map(Mention::id).toList();
  }
}
