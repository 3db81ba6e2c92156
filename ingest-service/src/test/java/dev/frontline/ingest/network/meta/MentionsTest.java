package dev.frontline.ingest.network.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.PushCrash;
import dev.frontline.ingest.reading.PushDoor.Received;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Signatures;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instagram tells ids of mentions; what they name is asked for. */
@NeedsStack
class MentionsTest {

  private final Instagram instagram = new Instagram();
  private final Set<String> gone = new HashSet<>();
  private volatile Reply trouble;
  private volatile int troubledAfter;
  private final Served graph = new Served(this::answer);
  private Rig rig = rig(MetaCalls.SECRET + ":page");

  @AfterEach
  void close() {
    rig.close();
    graph.close();
  }

  @Test
  void aCommentThatMentionsUsIsFetchedWithWhatItStandsBelow() {
    assertThat(rig.call(mentions("C2"))).isEqualTo(new Received.Taken(1));

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("instagram:C2");
              assertThat(mention.text()).isEqualTo("@kettlery it leaks C2");
              assertThat(mention.author().handle()).isEqualTo("jo");
              assertThat(mention.createdAt()).isEqualTo(Rig.NOON.minusSeconds(60));
              assertThat(mention.conversationId()).isEqualTo("instagram:M2");
            });
    assertThat(graph.asked().get(0).query().get("appsecret_proof"))
        .isEqualTo(Signatures.hex(MetaCalls.SECRET, MetaCalls.bytes("page")));
  }

  @Test
  void aCaptionThatMentionsUsIsAPostOfItsOwn() {
    rig.call(MetaCalls.signed(entry("{\"field\":\"mentions\",\"value\":{\"media_id\":\"M7\"}}")));

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("instagram:M7");
              assertThat(mention.text()).isEqualTo("my kettlery M7");
              assertThat(mention.inReplyTo()).isNull();
            });
  }

  @Test
  void aDeliveryThatComesAgainIsOneMentionAndAsksNothing() {
    rig.call(mentions("C2"));

    assertThat(rig.call(mentions("C2"))).isEqualTo(new Received.Taken(0));
    assertThat(graph.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void whatCannotBeFetchedNowIsSentAgainAndTheCommentsBesideItAreTaken(int status) {
    trouble = Reply.status(status);

    Received first = rig.call(MetaCalls.signed(entry(comment("C1") + "," + mention("C2"))));
    assertThat(rig.posted()).extracting(Mention::id).containsExactly("instagram:C1");
    trouble = null;
    rig.clock.forward(Duration.ofHours(1));
    Received second = rig.call(MetaCalls.signed(entry(comment("C1") + "," + mention("C2"))));

    assertThat(first).isInstanceOf(Received.Unfetched.class);
    assertThat(second).isEqualTo(new Received.Taken(1));
    assertThat(rig.posted())
        .extracting(Mention::id)
        .containsExactly("instagram:C1", "instagram:C2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"190", "10"})
  void aTokenThatIsRefusedNeedsAPersonAndNothingIsLost(String code) {
    trouble = new Reply(400, Map.of(), "{\"error\":{\"code\":" + code + "}}");

    assertThat(rig.call(mentions("C2"))).isInstanceOf(Received.Unfetched.class);
    assertThat(rig.needsAttention()).isTrue();
    trouble = null;
    rig.call(mentions("C2"));

    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.needsAttention()).isFalse();
  }

  @Test
  void withoutAPageTokenItIsSaidWhatIsMissing() {
    try (Rig deaf = rig(MetaCalls.SECRET)) {
      assertThat(deaf.call(mentions("C2"))).isInstanceOf(Received.Unfetched.class);
      assertThat(deaf.trouble()).contains("APP_SECRET:PAGE_TOKEN");
    }
  }

  @Test
  void whatIsGoneOrToldInHalfIsParkedAndTheRestTaken() {
    gone.add("C2");

    Received received = rig.call(mentions("C2", "Chalf", "C4"));
    rig.call(MetaCalls.signed(entry("{\"field\":\"mentions\",\"value\":{\"comment_id\":\"C9\"}}")));
    rig.call(
        MetaCalls.signed(
            entry("{\"field\":\"mentions\",\"value\":{\"media_id\":\"M2){id},me{\"}}")));

    assertThat(received).isEqualTo(new Received.Taken(1));
    assertThat(rig.posted()).extracting(Mention::id).containsExactly("instagram:C4");
    assertThat(rig.parked()).hasSize(4);
  }

  @Test
  void halfAnAnswerOfTheGraphIsParked() {
    trouble = new Reply(200, Map.of("Content-Type", "application/json"), "{\"mentioned_com");

    assertThat(rig.call(mentions("C2"))).isEqualTo(new Received.Taken(0));

    assertThat(rig.parked()).hasSize(1);
  }

  @Test
  void manyAreFetchedAFewEachTimeTheDeliveryComes() {
    String[] ids = IntStream.range(0, 25).mapToObj(n -> "C" + n).toArray(String[]::new);

    assertThat(rig.call(mentions(ids))).isInstanceOf(Received.Unfetched.class);
    assertThat(rig.call(mentions(ids))).isInstanceOf(Received.Unfetched.class);
    assertThat(rig.call(mentions(ids))).isEqualTo(new Received.Taken(5));
    assertThat(rig.posted()).hasSize(25);
    assertThat(graph.asked()).hasSize(25);
  }

  @Test
  void whatWasFetchedBeforeTheGraphFailedIsTaken() {
    trouble = Reply.status(503);
    troubledAfter = 2;

    assertThat(rig.call(mentions("C1", "C2", "C3"))).isInstanceOf(Received.Unfetched.class);

    assertThat(rig.posted()).hasSize(2);
  }

  @Test
  void itIsAnsweredAsAMentionIs() throws Exception {
    rig.call(mentions("C2"));

    Sent sent = instagram.answer(rig.opened(), MetaCalls.reply("instagram:C2"), false);

    assertThat(sent).isEqualTo(new Sent.Posted("instagram:R1", null));
    assertThat(graph.asked("POST", "/I/mentions"))
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.body())
                    .contains("\"media_id\":\"M2\"", "\"comment_id\":\"C2\"", "so sorry"));
  }

  @Test
  void itIsLookedUpAgainThroughOurAccountAndItsDeletionIsHeard() throws Exception {
    rig.call(mentions("C2", "C3"));
    gone.add("C3");

    assertThat(instagram.recheck(rig.opened(), List.of("instagram:C2", "instagram:C3")).posts())
        .singleElement()
        .satisfies(post -> assertThat(post.id()).isEqualTo("instagram:C3"));
    assertThat(rig.told()).noneMatch(MentionDeleted.class::isInstance);
  }

  @Test
  void whateverMomentTheProcessEndsTheNetworkSendsAgainAndNothingIsToldTwice() {
    PushCrash.everywhere(
        () -> rig(MetaCalls.SECRET + ":page"),
        mentions("C1", "C2"),
        List.of("instagram:C1", "instagram:C2"));
  }

  private Reply answer(Asked asked) {
    if (trouble != null && graph.asked().size() > troubledAfter) {
      return trouble;
    }
    if (asked.method().equals("POST")) {
      return Reply.json("{\"id\":\"R1\"}");
    }
    String fields = asked.query().getOrDefault("fields", "");
    String id = fields.replaceFirst(".*\\((\\w+)\\).*", "$1");
    if (!asked.path().equals("/I") || gone.contains(id)) {
      return new Reply(400, Map.of(), "{\"error\":{\"code\":100,\"error_subcode\":33}}");
    }
    if (id.endsWith("half")) {
      return Reply.json("{\"mentioned_comment\":{\"id\":\"" + id + "\"},\"id\":\"I\"}");
    }
    String rest = "\"timestamp\":\"2026-03-02T11:59:00+0000\",\"username\":\"jo\"";
    return fields.startsWith("mentioned_media")
        ? Reply.json(
            "{\"mentioned_media\":{\"id\":\""
                + id
                + "\",\"caption\":\"my kettlery "
                + id
                + "\","
                + rest
                + "}}")
        : Reply.json(
            "{\"mentioned_comment\":{\"id\":\""
                + id
                + "\",\"text\":\"@kettlery it leaks "
                + id
                + "\","
                + rest
                + ",\"media\":{\"id\":\"M2\"}}}");
  }

  private Rig rig(String secret) {
    return new Rig(new Instagram(), graph.address(), secret, Map.of("verifyToken", "vt"));
  }

  private static Delivery mentions(String... comments) {
    return MetaCalls.signed(
        entry(
            List.of(comments).stream()
                .map(MentionsTest::mention)
                .collect(Collectors.joining(","))));
  }

  private static String mention(String id) {
    return "{\"field\":\"mentions\",\"value\":{\"media_id\":\"M2\",\"comment_id\":\"" + id + "\"}}";
  }

  private static String comment(String id) {
    return "{\"field\":\"comments\",\"value\":{\"id\":\""
        + id
        + "\",\"text\":\"nice kettlery\",\"from\":{\"id\":\"U2\",\"username\":\"jo\"},"
        + "\"media\":{\"id\":\"M1\"}}}";
  }

  private static String entry(String changes) {
    return "{\"object\":\"instagram\",\"entry\":[{\"id\":\"I\",\"time\":1772452800,\"changes\":["
        + changes
        + "]}]}";
  }
}
