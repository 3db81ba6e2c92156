package dev.frontline.ingest.network.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.reading.Crashing.Crash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class RedditTest {

  private static final Instant EARLIER = Rig.NOON.minusSeconds(60);

  private final Site site = new Site();
  private final Reddit reddit = new Reddit();
  private final Served network = new Served(site::answer);
  private final Rig rig = rig(Map.of("subreddits", "gadgets"));

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void aPostAndACommentAreTakenWithTheirThread() {
    site.post(7, EARLIER, "my kettlery leaks");
    site.comment(8, EARLIER, "so does my kettlery");

    rig.turn();

    assertThat(rig.posted()).extracting(Mention::id).containsExactly("reddit:t3_7", "reddit:t1_8");
    Mention post = rig.posted().get(0);
    assertThat(post.text()).isEqualTo("Kettle talk\nmy kettlery leaks");
    assertThat(post.author().handle()).isEqualTo("jo");
    assertThat(post.url()).isEqualTo("https://www.reddit.com/r/gadgets/comments/7/x/");
    assertThat(post.mayTrain()).isFalse();
    Mention comment = rig.posted().get(1);
    assertThat(comment.conversationId()).isEqualTo("reddit:t3_7");
    assertThat(comment.inReplyTo()).isEqualTo("reddit:t3_7");
  }

  @Test
  void everyRequestSaysWhoAsksAndOnlyTheTokenIsSentOn() {
    rig.turn();

    assertThat(network.asked())
        .allSatisfy(
            asked ->
                assertThat(asked.headers())
                    .containsEntry("User-agent", "java:app:v0.1 (by /u/us)"));
    assertThat(Site.form(network.asked("POST", "/api/v1/access_token").get(0).body()))
        .containsEntry("grant_type", "password")
        .containsEntry("username", "us");
    assertThat(network.asked("GET", "/r/gadgets/new").get(0).headers())
        .containsEntry("Authorization", "Bearer t1");
    assertThat(network.asked("GET", "/r/gadgets/new").get(0).query())
        .containsEntry("raw_json", "1");
    assertThat(site.tokens).isEqualTo(1);
  }

  @Test
  void listsAreReadDownToWhereTheLastReadingBegan() {
    IntStream.range(0, 250).forEach(n -> site.post(n, EARLIER, "kettlery " + n));
    rig.turn();
    assertThat(rig.posted()).hasSize(250);
    IntStream.range(300, 430).forEach(n -> site.post(n, Rig.NOON.plusSeconds(n), "kettlery " + n));

    rig.clock.forward(Duration.ofMinutes(10));
    rig.turn();

    assertThat(rig.posted()).hasSize(380).extracting(Mention::id).doesNotHaveDuplicates();
    assertThat(rig.gaps()).isZero();
  }

  @Test
  void whatLiesBelowTheEndOfAListingIsAGap() {
    rig.turn();
    IntStream.range(0, 1_200)
        .forEach(n -> site.post(n, Rig.NOON.plusSeconds(60 + n), "weather " + n));

    rig.clock.forward(Duration.ofHours(1));
    rig.turn();

    assertThat(rig.gaps()).isEqualTo(1);
  }

  @Test
  void withoutSubredditsTheCompanysNamesAreSearchedFor() {
    try (Rig searching = rig(Map.of())) {
      searching.turn();

      assertThat(network.asked("GET", "/search").get(0).query())
          .containsEntry("sort", "new")
          .containsEntry("type", "link")
          .hasEntrySatisfying(
              "q", q -> assertThat(q).startsWith("\"kettlery\" OR \"café kettle\" OR"));
    }
  }

  @Test
  void theQuotaIsObeyedBeforeRedditHasToRefuseAndARefusalToTheSecond() {
    site.trouble(
        1,
        Reply.json("{\"data\":{\"children\":[],\"after\":null}}")
            .with("X-Ratelimit-Used", "998")
            .with("X-Ratelimit-Remaining", "1.0")
            .with("X-Ratelimit-Reset", "241.0"));

    assertThat(rig.turn()).isEqualTo(Rig.NOON.plusSeconds(241));

    rig.clock.forward(Duration.ofSeconds(242));
    site.trouble(1, new Reply(429, Map.of("Retry-After", "33"), ""));
    assertThat(rig.turn()).isEqualTo(Rig.NOON.plusSeconds(242 + 33));
  }

  @Test
  void aTokenThatIsRefusedIsRenewedAtOnce() {
    site.post(1, EARLIER, "kettlery");
    rig.turn();
    site.post(2, Rig.NOON, "kettlery");
    site.trouble(1, Reply.status(401));

    rig.clock.forward(Duration.ofMinutes(2));
    assertThat(rig.turn()).isEqualTo(rig.clock.instant());
    rig.turn();

    assertThat(rig.needsAttention()).isFalse();
    assertThat(rig.posted()).hasSize(2);
    assertThat(site.tokens).isEqualTo(2);
  }

  @Test
  void anApplicationThatWasNotApprovedNeedsAPerson() {
    site.trouble(1, Reply.status(403));

    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
    assertThat(rig.trouble()).contains("403");
  }

  @Test
  void whatFailsBreaksOffOrSaysNothingIsReadAgainAndParked() {
    site.post(1, EARLIER, "kettlery");
    site.things.add(Json.MAPPER.createObjectNode().put("kind", "t3"));
    site.trouble(1, Reply.status(502));
    rig.clock.to(rig.turn());
    site.trouble(1, Reply.json("{\"data\":{\"children\":[{\"ki"));
    rig.clock.to(rig.turn());

    rig.turn();

    assertThat(rig.parked()).hasSize(2);
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void whatIsTakenDownOrEditedIsHeardWhenItIsLookedUpAgain() {
    site.post(1, EARLIER, "kettlery one");
    ObjectNode removed = site.post(2, EARLIER, "kettlery two");
    site.post(3, EARLIER, "kettlery three");
    ObjectNode edited = site.comment(4, EARLIER, "kettlery four");
    rig.turn();
    site.things.remove(0);
    removed.put("selftext", "[removed]");
    edited.put("body", "kettlery four, edited").put("edited", 1_772_453_000.0);

    rig.run(Duration.ofHours(2));

    assertThat(rig.told())
        .filteredOn(MentionDeleted.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactlyInAnyOrder("reddit:t3_1", "reddit:t3_2");
    assertThat(rig.told())
        .filteredOn(MentionEdited.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactly("reddit:t1_4");
  }

  @Test
  void whatNobodyCouldLookUpForTwoDaysIsLetGoOf() {
    site.post(1, EARLIER, "kettlery one");
    rig.turn();
    site.trouble(10_000, Reply.status(503));

    rig.clock.forward(Duration.ofHours(47));
    rig.turn();
    assertThat(rig.expired()).isEmpty();
    rig.clock.forward(Duration.ofHours(2));

    assertThat(rig.expired()).containsExactly("reddit:t3_1");
  }

  @Test
  void anAnswerGoesBelowTheThingAndALostOneIsFoundNotSentTwice() throws Exception {
    site.lostOnTheWay = true;
    site.commentTroubles = 1;
    site.commentTrouble = Reply.status(500);
    assertThatThrownBy(() -> reddit.answer(rig.opened(), reply(), false)).isInstanceOf(Fault.class);

    Sent again = reddit.answer(rig.opened(), reply(), true);

    assertThat(again).isInstanceOf(Sent.Posted.class);
    assertThat(site.things).hasSize(1);
    assertThat(Site.form(network.asked("POST", "/api/comment").get(0).body()))
        .containsEntry("thing_id", "t3_7")
        .containsEntry("text", "so sorry")
        .containsEntry("api_type", "json");
  }

  @Test
  void anAnswerThatIsTooSoonWaitsAsLongAsRedditSays() {
    site.commentTroubles = 1;
    site.commentTrouble =
        Reply.json(
            "{\"json\":{\"errors\":[[\"RATELIMIT\",\"take a break\",\"ratelimit\"]],"
                + "\"ratelimit\":123.4}}");

    assertThatThrownBy(() -> reddit.answer(rig.opened(), reply(), false))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.BUSY);
              assertThat(fault.until()).contains(Rig.NOON.plusSeconds(124));
            });
  }

  @Test
  void anAnswerToALockedThreadIsRefusedInItsWords() throws Exception {
    site.commentTroubles = 1;
    site.commentTrouble =
        Reply.json("{\"json\":{\"errors\":[[\"THREAD_LOCKED\",\"Comments are locked.\",null]]}}");

    assertThat(reddit.answer(rig.opened(), reply(), false))
        .isEqualTo(new Sent.Refused("Reddit refused it: Comments are locked."));
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    IntStream.range(0, 5).forEach(n -> site.post(n, Rig.NOON.plusSeconds(30), "kettlery " + n));
    int crashes = 0;
    for (int effect = 1; effect <= 14; effect++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Rig one = rig(Map.of("subreddits", "gadgets"))) {
          one.clock.forward(Duration.ofMinutes(1));
          one.crashing.atEffect(effect, after);
          try {
            one.turn();
          } catch (Crash e) {
            crashes++;
          }
          one.crashing.never();
          one.restart();
          one.clock.forward(Duration.ofMinutes(3));
          one.turn();

          assertThat(one.posted())
              .as("ended at effect %d, %s it", effect, after ? "after" : "before")
              .extracting(Mention::id)
              .containsExactlyInAnyOrder(
                  "reddit:t3_0", "reddit:t3_1", "reddit:t3_2", "reddit:t3_3", "reddit:t3_4");
        }
      }
    }
    assertThat(crashes).isGreaterThanOrEqualTo(14);
  }

  private Rig rig(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("client", "app", "user", "us"));
    all.putAll(settings);
    return new Rig(reddit, network.address(), "secret", all);
  }

  private static ReplyRequested reply() {
    String parent = "reddit:t3_7";
    return new ReplyRequested(
        "r-1", "case-1", parent, "reddit", "rigged", parent, "so sorry", null, "ana", Rig.NOON);
  }
}
