package dev.frontline.ingest.network.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.ingest.network.HostileBodies;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class TelegramTest {

  private static final Instant EARLIER = Rig.NOON.minusSeconds(60);
  private static final String SECRET = "12:token";

  private final TreeMap<Long, String> waiting = new TreeMap<>();
  private Reply trouble = Reply.status(0);
  private int troubles;
  private final Served network = new Served(this::answer);
  private final Rig rig = rig();

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void aMessageOfAConfiguredChatIsTakenAndMayBeNeitherJudgedNorLearnedFrom() {
    said(10, 5, EARLIER, "my kettlery leaks", ",\"reply_to_message\":{\"message_id\":4}");

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("telegram:-1001:5");
              assertThat(mention.inReplyTo()).isEqualTo("telegram:-1001:4");
              assertThat(mention.url()).isEqualTo("https://t.me/kettleusers/5");
              assertThat(mention.author().handle()).isEqualTo("jo");
              assertThat(mention.author().displayName()).isEqualTo("Jo");
              assertThat(mention.createdAt()).isEqualTo(EARLIER);
              assertThat(mention.mayScore()).isFalse();
              assertThat(mention.mayTrain()).isFalse();
            });
  }

  @Test
  void whatIsSaidInOtherChatsIsLeftAndConfirmed() {
    waiting.put(
        10L,
        "{\"update_id\":10,\"message\":{\"message_id\":5,\"date\":1772452000,\"chat\":{\"id\":-77},"
            + "\"from\":{\"id\":7},\"text\":\"kettlery\"}}");

    rig.turn();

    assertThat(rig.posted()).isEmpty();
    assertThat(rig.parked()).isEmpty();
    assertThat(waiting).isEmpty();
  }

  @Test
  void aChannelSpeaksForItselfAndAnEditIsTheSameMessage() {
    waiting.put(10L, channel(10, "channel_post", "kettlery news", ""));
    rig.turn();
    waiting.put(
        11L,
        channel(
            11, "edited_channel_post", "kettlery news, corrected", ",\"edit_date\":1772452900"));

    rig.clock.forward(Duration.ofMinutes(5));
    rig.turn();

    assertThat(rig.posted().get(0).author().id()).isEqualTo("-1001");
    assertThat(rig.told().get(1))
        .isInstanceOfSatisfying(
            MentionEdited.class,
            event -> assertThat(event.mention().text()).isEqualTo("kettlery news, corrected"));
  }

  @Test
  void allThatWaitsIsReadAHundredAtATimeAndConfirmedOnlyOncePublished() {
    IntStream.range(0, 250).forEach(n -> said(n + 1L, n, EARLIER, "kettlery " + n, ""));

    rig.turn();

    assertThat(rig.posted()).hasSize(250);
    assertThat(network.asked())
        .extracting(asked -> asked.query().getOrDefault("offset", ""))
        .containsExactly("", "101", "201", "251");
  }

  @Test
  void aRefusalIsObeyedWhichSaysHowLongOnlyInItsBody() {
    said(1, 1, EARLIER, "kettlery", "");
    troubles = 1;
    trouble =
        new Reply(
            429, Map.of(), "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":35}}");

    Instant due = rig.turn();
    rig.clock.forward(Duration.ofSeconds(34));
    rig.turn();
    assertThat(network.asked()).hasSize(1);
    rig.clock.forward(Duration.ofSeconds(2));
    rig.turn();

    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(35));
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aBotThatTelegramDoesNotKnowNeedsAPersonAndItsTokenIsNotShown() {
    for (int status : new int[] {401, 404}) {
      troubles = 1;
      trouble = new Reply(status, Map.of(), "{\"ok\":false,\"description\":\"no\"}");

      rig.turn();

      assertThat(rig.needsAttention()).isTrue();
      assertThat(rig.trouble()).doesNotContain("12:token");
      rig.clock.forward(Duration.ofMinutes(6));
    }
  }

  @Test
  void anotherReaderOfTheSameBotIsSaidInItsWords() {
    troubles = 1;
    trouble =
        new Reply(409, Map.of(), "{\"ok\":false,\"description\":\"Conflict: other getUpdates\"}");

    rig.turn();

    assertThat(rig.trouble()).contains("409").contains("Conflict: other getUpdates");
  }

  @Test
  void whatFailsBreaksOffOrSaysNothingIsReadAgainAndParked() {
    said(1, 1, EARLIER, "kettlery", "");
    waiting.put(2L, "{\"update_id\":2,\"message\":{}}");
    troubles = 1;
    trouble = Reply.status(502);
    rig.clock.to(rig.turn());
    troubles = 1;
    trouble = Reply.json("{\"ok\":true,\"result\":[{\"upd");
    rig.clock.to(rig.turn());

    rig.turn();

    assertThat(rig.parked()).hasSize(2);
    assertThat(rig.posted()).hasSize(1);
    assertThat(waiting).isEmpty();
  }

  @Test
  void whoWasAwayForMoreThanADayIsToldSo() {
    rig.turn();
    rig.clock.forward(Duration.ofHours(30));

    rig.turn();

    assertThat(rig.gaps()).isEqualTo(1);
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    int crashes =
        PollCrash.at(
            IntStream.rangeClosed(1, 14),
            () -> {
              waiting.clear();
              IntStream.range(0, 5).forEach(n -> said(n + 1L, n, EARLIER, "kettlery " + n, ""));
              return rig();
            },
            ids ->
                ids.containsExactlyInAnyOrder(
                    "telegram:-1001:0",
                    "telegram:-1001:1",
                    "telegram:-1001:2",
                    "telegram:-1001:3",
                    "telegram:-1001:4"));
    assertThat(crashes).isGreaterThanOrEqualTo(14);
  }

  @Test
  void noHostileBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    String good =
        "{\"ok\":true,\"result\":[{\"update_id\":1,\"message\":{\"message_id\":5,\"date\":1772452000,"
            + "\"chat\":{\"id\":-1001},\"from\":{\"id\":7},\"text\":\"@TEXT@\"}}]}";
    int[] n = {0};
    boolean[] told = {false};
    try (Served hostile =
            new Served(
                asked -> {
                  boolean again = told[0];
                  told[0] = true;
                  return again
                      ? Reply.json("{\"ok\":true,\"result\":[]}")
                      : new Reply(200, Map.of(), HostileBodies.body(n[0], good));
                });
        Rig one = new Rig(new Telegram(), hostile.address(), SECRET, Map.of("chats", "-1001"))) {
      HostileBodies.areTakenOrTold(
          one,
          340,
          Duration.ofMinutes(10),
          body -> {
            n[0] = body;
            told[0] = false;
          });
    }
  }

  private Rig rig() {
    return new Rig(new Telegram(), network.address(), SECRET, Map.of("chats", "@KettleUsers, -5"));
  }

  private synchronized void said(long update, int message, Instant at, String text, String more) {
    waiting.put(
        update,
        "{\"update_id\":"
            + update
            + ",\"message\":{\"message_id\":"
            + message
            + ",\"date\":"
            + at.getEpochSecond()
            + ",\"chat\":{\"id\":-1001,\"type\":\"supergroup\",\"username\":\"kettleusers\"},"
            + "\"from\":{\"id\":7,\"username\":\"jo\",\"first_name\":\"Jo\"},\"text\":\""
            + text
            + "\""
            + more
            + "}}");
  }

  private static String channel(long update, String kind, String text, String more) {
    return "{\"update_id\":"
        + update
        + ",\""
        + kind
        + "\":{\"message_id\":9,\"date\":1772452700,\"chat\":{\"id\":-1001,\"title\":\"Kettles\","
        + "\"username\":\"kettleusers\"},\"text\":\""
        + text
        + "\""
        + more
        + "}}";
  }

  /** Updates wait until one asks for those after them. */
  private synchronized Reply answer(Asked asked) {
    assertThat(asked.path()).isEqualTo("/bot" + SECRET + "/getUpdates");
    if (troubles > 0) {
      troubles--;
      return trouble;
    }
    long offset = Long.parseLong(asked.query().getOrDefault("offset", "0"));
    waiting.headMap(offset).clear();
    List<String> told = new ArrayList<>(waiting.values());
    return Reply.json(
        "{\"ok\":true,\"result\":["
            + String.join(",", told.subList(0, Math.min(100, told.size())))
            + "]}");
  }
}
