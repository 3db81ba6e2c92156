package dev.frontline.ingest.network.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.network.HostileBodies;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class YouTubeTest {

  private static final Instant BEFORE = Rig.NOON.minusSeconds(60);
  private static final Instant MIDNIGHT_THERE = Instant.parse("2026-03-03T08:00:00Z");
  private static final String HOSTILE =
      "{\"items\":[{\"id\":\"U1\",\"snippet\":{\"videoId\":\"v1\",\"totalReplyCount\":0,\"topLevelComment\":"
          + "{\"id\":\"U1\",\"snippet\":{\"textOriginal\":\"@TEXT@\",\"authorChannelId\":{\"value\":\"u\"},"
          + "\"publishedAt\":\"2026-03-02T11:59:00Z\"}}}}]}";

  private final Tube tube = new Tube();
  private final Served network = new Served(tube::answer);
  private Rig rig = rig(Map.of("channels", "UC1"));

  private Rig rig(Map<String, String> settings) {
    return new Rig(new YouTube(), network.address(), "key", settings);
  }

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void aCommentIsTakenWithItsAuthorAndItsAddress() {
    tube.say("U1", "my kettlery leaks", BEFORE);

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("youtube:U1");
              assertThat(mention.text()).isEqualTo("my kettlery leaks");
              assertThat(mention.author().handle()).isEqualTo("jo");
              assertThat(mention.author().id()).isEqualTo("UC9");
              assertThat(mention.url()).isEqualTo("https://www.youtube.com/watch?v=v1&lc=U1");
              assertThat(mention.mayTrain()).isFalse();
            });
    assertThat(network.asked().get(0).headers()).containsEntry("X-goog-api-key", "key");
  }

  @Test
  void answersBelowAThreadAreAllReadAndJoinItsConversation() {
    Tube.Thread thread = tube.say("U1", "my kettlery leaks", BEFORE);
    for (int n = 0; n < 7; n++) {
      thread.below.add(new Tube.Below("U1." + n, "kettlery, same here " + n, BEFORE, "UC" + n));
    }

    rig.turn();

    assertThat(rig.posted()).hasSize(8);
    assertThat(rig.posted()).extracting(Mention::conversationId).containsOnly("youtube:U1");
  }

  @Test
  void pagesAreReadDownToWhereTheLastReadingBeganAndNoFurther() {
    for (int n = 0; n < 250; n++) {
      tube.say("U" + n, "kettlery " + n, BEFORE);
    }
    rig.turn();
    assertThat(rig.posted()).hasSize(250);
    rig.clock.forward(Duration.ofMinutes(30));
    rig.turn();
    int asked = network.asked().size();
    rig.clock.forward(Duration.ofMinutes(10));
    tube.say("new", "kettlery again", Rig.NOON.plusSeconds(2000));

    rig.turn();

    assertThat(rig.posted()).hasSize(251);
    assertThat(network.asked()).hasSize(asked + 1);
  }

  @Test
  void aPageWhoseNameHasExpiredIsReadFromTheTopAgain() {
    for (int n = 0; n < 150; n++) {
      tube.say("U" + n, "kettlery " + n, BEFORE);
    }
    tube.troubles.add(
        tube.answer(new Served.Asked("GET", "/commentThreads", Map.of(), Map.of(), "")));
    tube.troubles.add(refusal(400, "invalidPageToken"));

    rig.turn();

    assertThat(rig.posted()).hasSize(150);
  }

  @Test
  void aUsedUpQuotaIsLeftAloneUntilMidnightInCalifornia() {
    tube.say("U1", "kettlery", BEFORE);
    tube.troubles.add(refusal(403, "quotaExceeded"));

    Instant due = rig.turn();
    rig.clock.to(MIDNIGHT_THERE.minusSeconds(1));
    Instant stillDue = rig.turn();
    rig.clock.to(MIDNIGHT_THERE);
    rig.turn();

    assertThat(due).isEqualTo(MIDNIGHT_THERE);
    assertThat(stillDue).isEqualTo(MIDNIGHT_THERE);
    assertThat(rig.quotaLeft()).isEqualTo(9_998);
    assertThat(rig.posted()).hasSize(1);
    assertThat(network.asked()).hasSize(2);
  }

  @Test
  void everyListCostsAUnitAndWhatIsLeftIsTold() {
    rig.run(Duration.ofMinutes(59));

    assertThat(rig.quotaLeft()).isEqualTo(10_000 - 6);
  }

  @Test
  void whatWasUsedOfTheDayIsRememberedAcrossARestart() {
    rig.run(Duration.ofMinutes(95));
    long left = rig.quotaLeft();
    rig.restart();

    assertThat(left).isEqualTo(10_000 - 10);
    assertThat(rig.quotaLeft()).isEqualTo(left);
    rig.clock.forward(Duration.ofHours(26));
    rig.restart();
    assertThat(rig.quotaLeft()).isEqualTo(10_000);
  }

  @Test
  void aBusyServerIsLeftAloneAsLongAsItSays() {
    tube.troubles.add(new Reply(429, Map.of("Retry-After", "90"), ""));

    assertThat(rig.turn()).isEqualTo(Rig.NOON.plusSeconds(90));
  }

  @Test
  void aKeyThatIsNoneNeedsAPerson() {
    tube.troubles.add(refusal(400, "API_KEY_INVALID"));

    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
  }

  @Test
  void aBrokenServerAndHalfAnAnswerLoseNothing() {
    tube.say("U1", "kettlery", BEFORE);
    tube.troubles.add(Reply.status(503));
    tube.troubles.add(Reply.json("{\"items\":[{\"id\":"));

    rig.run(Duration.ofMinutes(5));

    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.parked()).hasSize(1);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void aVideoWithoutCommentsHoldsUpNoOther() {
    rig.close();
    rig = rig(Map.of("videos", "v0,v1"));
    tube.say("U1", "kettlery", BEFORE);
    tube.troubles.add(refusal(403, "commentsDisabled"));

    rig.turn();

    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void whatIsDeletedThereIsWithdrawnAndWhatIsChangedIsTold() {
    Tube.Thread changed = tube.say("U1", "kettlery one", BEFORE);
    Tube.Thread gone = tube.say("U2", "kettlery two", BEFORE);
    rig.turn();
    tube.threads.remove(gone);
    changed.text = "kettlery one, better now";
    changed.changed = Rig.NOON.plusSeconds(600);

    rig.run(Duration.ofHours(3));

    assertThat(ids(MentionDeleted.class)).containsExactly("youtube:U2");
    assertThat(ids(MentionEdited.class)).containsExactly("youtube:U1");
  }

  @Test
  void anOldThreadThatGoesOnIsHeard() {
    Tube.Thread thread = tube.say("U1", "my kettlery leaks", BEFORE);
    rig.turn();
    rig.run(Duration.ofDays(2));
    thread.below.add(new Tube.Below("U1.9", "kettlery did not help", rig.clock.instant(), "UC9"));

    rig.run(Duration.ofDays(3));

    assertThat(rig.posted()).extracting(Mention::id).containsExactly("youtube:U1", "youtube:U1.9");
  }

  @Test
  void videosThatNameUsAreFoundByOneSearchForAllTerms() {
    rig.close();
    rig = rig(Map.of("query", "kettlery,teapotia"));
    IntStream.range(0, 70).forEach(n -> tube.videos.add("v" + n));

    rig.run(Duration.ofMinutes(5));

    assertThat(rig.posted()).hasSize(70);
    assertThat(rig.posted().get(0).text()).isEqualTo("Kettlery & me\na test of v0");
    assertThat(tube.found).containsExactly("\"kettlery\"|\"teapotia\"");
    assertThat(rig.quotaLeft()).isEqualTo(10_000);
  }

  @Test
  void noMoreThanAHundredSearchesAreMadeInADay() {
    rig.close();
    rig = rig(Map.of("query", "kettlery", "channels", "UC1"));
    IntStream.range(0, 120).forEach(n -> tube.videos.add("v" + n));

    rig.run(Duration.ofHours(19));

    List<String> days = network.asked("GET", "/search").stream().map(Served.Asked::path).toList();
    assertThat(days).hasSize(100);
    rig.clock.to(MIDNIGHT_THERE);
    rig.run(Duration.ofMinutes(11));
    assertThat(network.asked("GET", "/search")).hasSizeGreaterThan(100);
  }

  @Test
  void aUsedUpBucketOfSearchesLeavesCommentsAlone() {
    rig.close();
    rig = rig(Map.of("query", "kettlery", "channels", "UC1"));
    rig.turn();
    rig.clock.forward(Duration.ofMinutes(31));
    tube.say("U1", "kettlery", Rig.NOON.plusSeconds(1500));
    tube.troubles.add(
        tube.answer(new Served.Asked("GET", "/commentThreads", Map.of(), Map.of(), "")));
    tube.troubles.add(refusal(403, "quotaExceeded"));

    Instant due = rig.turn();

    assertThat(rig.posted()).hasSize(1);
    assertThat(due).isEqualTo(rig.clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    IntStream.range(0, 120).forEach(n -> tube.say("U" + n, "kettlery " + n, BEFORE));
    int crashes =
        PollCrash.at(
            IntStream.of(1, 2, 60, 100, 101, 102, 103, 104, 105, 106, 107, 124, 125, 126, 127),
            () -> rig(Map.of("channels", "UC1")),
            ids -> ids.doesNotHaveDuplicates().hasSize(120));
    assertThat(crashes).isGreaterThanOrEqualTo(26);
  }

  @Test
  void noBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    HostileBodies.areTakenOrTold(
        rig,
        240,
        Duration.ofMinutes(10),
        n -> {
          tube.troubles.clear();
          tube.troubles.add(new Reply(200, Map.of(), HostileBodies.body(n, HOSTILE)));
        });
    assertThat(rig.posted()).isNotEmpty();
  }

  private List<String> ids(Class<? extends IngestEvent> type) {
    return rig.told().stream().filter(type::isInstance).map(IngestEvent::mentionId).toList();
  }

  static Reply refusal(int status, String reason) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json"),
        "{\"error\":{\"code\":"
            + status
            + ",\"message\":\"no\",\"errors\":[{\"domain\":\"youtube\",\"reason\":\""
            + reason
            + "\"}]}}");
  }
}
