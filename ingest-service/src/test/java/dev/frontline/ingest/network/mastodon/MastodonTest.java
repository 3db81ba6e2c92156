package dev.frontline.ingest.network.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.reading.Crashing.Crash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.reading.SocketServer;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class MastodonTest {

  private static final Instant EARLIER = Rig.NOON.minusSeconds(120);

  private final Instance instance = new Instance();
  private final Mastodon mastodon = new Mastodon();
  private Served server;
  private SocketServer streaming;
  private Rig rig;

  @BeforeEach
  void open() {
    server = new Served(instance::answer);
    streaming = new SocketServer(target -> List.of());
    instance.streaming = streaming.address();
    rig = polled(Map.of("tags", "kettlery"));
  }

  @AfterEach
  void close() {
    rig.close();
    streaming.close();
    server.close();
  }

  @Test
  void aStatusIsTakenUnderTheIdThatIsTheSameEverywhere() {
    instance.post(1, EARLIER, "Love <a href='x'>#kettlery</a>");

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("mastodon:https://ex.social/s/1");
              assertThat(mention.text()).isEqualTo("Love #kettlery");
              assertThat(mention.author().handle()).isEqualTo("ana@ex.social");
              assertThat(mention.author().followers()).isEqualTo(120);
            });
  }

  @Test
  void whatIsDeletedOrEditedIsNoticedByLookingAgainWhereItIsOnlyPolled() {
    instance.post(1, EARLIER, "#kettlery one");
    instance.post(2, EARLIER, "#kettlery two");
    instance.post(3, EARLIER, "#kettlery three");
    rig.turn();
    instance.statuses.removeIf(s -> s.path("uri").asText().endsWith("/s/1"));
    instance.statuses.stream()
        .filter(s -> s.path("uri").asText().endsWith("/s/2"))
        .forEach(s -> s.put("content", "#kettlery too").put("edited_at", "2026-03-02T12:30:00Z"));

    rig.run(Duration.ofHours(3));

    assertThat(rig.told())
        .filteredOn(MentionDeleted.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactly("mastodon:https://ex.social/s/1");
    assertThat(rig.told())
        .filteredOn(MentionEdited.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactly("mastodon:https://ex.social/s/2");
  }

  @Test
  void aServerThatTellsNobodyWithoutATokenDeletesNothing() {
    instance.post(1, EARLIER, "#kettlery one");
    rig.turn();
    instance.lookups = 401;

    rig.run(Duration.ofHours(3));

    assertThat(rig.told()).hasSize(1);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void whatPilesUpIsReadPageByPageToTheEnd() {
    instance.post(0, EARLIER, "#kettlery");
    rig.turn();
    IntStream.range(1, 131)
        .forEach(n -> instance.post(n, Rig.NOON.plusSeconds(n), "#kettlery " + n));

    rig.clock.forward(Duration.ofMinutes(5));
    rig.turn();

    assertThat(rig.posted()).hasSize(131);
  }

  @Test
  void aStatusThatArrivesLateBelowTheCursorIsFoundAllTheSame() {
    instance.post(1, Rig.NOON, "#kettlery one");
    rig.turn();
    instance.post(2, Rig.NOON.minus(Duration.ofMinutes(10)), "#kettlery late");

    rig.clock.forward(Duration.ofMinutes(1));
    rig.turn();

    assertThat(rig.posted()).extracting(Mention::id).contains("mastodon:https://ex.social/s/2");
  }

  @Test
  void lookingBackFollowsTheLinksToTheMomentAndTellsIt() {
    IntStream.range(0, 100)
        .forEach(n -> instance.post(n, Rig.NOON.minus(Duration.ofHours(n)), "#kettlery " + n));
    rig.close();
    rig = polled(Map.of("tags", "kettlery", "lookback", "P3D"));

    rig.turn();

    assertThat(rig.posted())
        .hasSizeBetween(72, 100)
        .allMatch(m -> m.history() || m.createdAt().equals(Rig.NOON));
  }

  @Test
  void mentionsOfTheAccountAreTakenAndPrivateOnesAreNot() {
    rig.close();
    rig = new Rig(mastodon, server.address(), "token", Map.of("tags", "other"));
    ObjectNode open = instance.post(1, EARLIER, "@us the kettlery leaks");
    instance.mention(5, open);
    instance.mention(
        6, instance.post(2, EARLIER, "@us kettlery, in private").put("visibility", "direct"));

    rig.turn();

    assertThat(rig.posted())
        .extracting(Mention::id)
        .containsExactly("mastodon:https://ex.social/s/1");
  }

  @Test
  void theServersLimitIsObeyedBeforeItHasToRefuse() {
    instance.trouble(
        1,
        Reply.json("[]")
            .with("X-RateLimit-Limit", "300")
            .with("X-RateLimit-Remaining", "1")
            .with("X-RateLimit-Reset", "2026-03-02T12:03:20.000000Z"));
    instance.post(1, EARLIER, "#kettlery");
    rig.turn();
    int asked = server.asked().size();

    rig.clock.to(Rig.NOON.plusSeconds(60));
    Instant due = rig.turn();

    assertThat(due).isEqualTo(Instant.parse("2026-03-02T12:03:20Z"));
    assertThat(server.asked()).hasSize(asked);
    rig.clock.to(due);
    rig.turn();
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aRefusalIsObeyedToTheSecond() {
    instance.trouble(1, new Reply(429, Map.of("Retry-After", "120"), ""));

    assertThat(rig.turn()).isEqualTo(Rig.NOON.plusSeconds(120));
  }

  @Test
  void aTokenThatIsNotAcceptedNeedsAPersonAndNothingIsLostMeanwhile() {
    instance.trouble(1, Reply.status(401));
    instance.post(1, EARLIER, "#kettlery");

    Instant due = rig.turn();
    assertThat(rig.needsAttention()).isTrue();
    assertThat(rig.trouble()).contains("401").contains("connected anew");
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.needsAttention()).isFalse();
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aServerThatFailsAndOneThatBreaksOffAreReadAgain() {
    instance.post(1, EARLIER, "#kettlery");
    instance.trouble(1, Reply.status(500));
    rig.clock.to(rig.turn());
    instance.trouble(1, Reply.json("[{\"id\":\"1\",\"ur"));
    rig.clock.to(rig.turn());

    rig.turn();

    assertThat(rig.parked()).hasSize(1);
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void theStreamTellsPostsEditsAndDeletionsAndWhatWasMissedIsPagedFirst() {
    ObjectNode missed = instance.post(1, EARLIER, "#kettlery missed");
    rig.close();
    rig = streamed();
    rig.until(() -> rig.posted().size() == 1);
    ObjectNode live = instance.post(2, Rig.NOON, "#kettlery live");

    streaming.say(frame("update", live.toString()));
    rig.until(() -> rig.posted().size() == 2);
    streaming.say(
        frame(
            "status.update",
            missed.deepCopy().put("edited_at", "2026-03-02T12:01:00Z").toString()));
    streaming.say(frame("delete", live.path("id").asText()));
    streaming.say(frame("delete", "404"));
    rig.until(() -> rig.told().size() == 4);

    assertThat(rig.told())
        .filteredOn(MentionEdited.class::isInstance)
        .extracting(event -> event.mentionId())
        .containsExactly("mastodon:https://ex.social/s/1");
    assertThat(rig.told())
        .filteredOn(MentionDeleted.class::isInstance)
        .extracting(event -> event.mentionId())
        .containsExactly("mastodon:https://ex.social/s/2");
    assertThat(streaming.heard().get(0))
        .isEqualTo("{\"type\":\"subscribe\",\"stream\":\"hashtag\",\"tag\":\"kettlery\"}");
    assertThat(streaming.requests().get(0)).contains("Bearer token").doesNotContain("access_token");
  }

  @Test
  void whatIsSaidWhileTheLineIsCutIsFoundByPaging() {
    rig.close();
    rig = streamed();
    instance.post(1, EARLIER, "#kettlery before");
    rig.until(() -> rig.posted().size() == 1);
    streaming.cut();
    IntStream.range(2, 60)
        .forEach(n -> instance.post(n, Rig.NOON.plusSeconds(n), "#kettlery " + n));

    rig.until(() -> rig.posted().size() == 59);

    assertThat(rig.posted()).extracting(Mention::id).doesNotHaveDuplicates();
  }

  @Test
  void whateverMomentAStreamsProcessEndsNothingIsLostAndNothingToldTwice() {
    IntStream.range(0, 50).forEach(n -> instance.post(n, EARLIER.plusSeconds(n), "#kettlery " + n));
    for (int effect = 1; effect <= 14; effect++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Rig one = streamedWith("P1D")) {
          one.crashing.atEffect(effect, after);
          try {
            one.until(() -> one.posted().size() == 50);
            streaming.say(frame("update", instance.statuses.get(49).toString()));
            one.turn();
          } catch (Crash e) {
            // That is what this is about.
          }
          one.crashing.never();
          one.restart();
          one.until(() -> one.posted().size() == 50);
          one.turn();

          assertThat(one.posted())
              .as("ended at effect %d, %s it", effect, after ? "after" : "before")
              .extracting(Mention::id)
              .hasSize(50)
              .doesNotHaveDuplicates();
        }
      }
    }
  }

  @Test
  void whatOurOwnAccountAnsweredIsFetchedWhereItWasNotHeard() {
    rig.close();
    rig = new Rig(mastodon, server.address(), "token", Map.of("tags", "other"));
    ObjectNode theirs = instance.post(1, EARLIER, "my kettlery leaks");
    ours(2, theirs.path("id").asText());
    ours(3, "gone");

    rig.turn();

    assertThat(rig.posted())
        .extracting(Mention::id)
        .containsExactly(
            "mastodon:https://ex.social/s/1",
            "mastodon:https://ex.social/s/3",
            "mastodon:https://ex.social/s/2");
    assertThat(rig.posted().get(2).inReplyTo()).isEqualTo("mastodon:https://ex.social/s/1");
    assertThat(rig.posted()).extracting(Mention::own).containsExactly(false, true, true);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void aServerThatIsBusyWhenAskedForAParentIsReadAgain() {
    rig.close();
    rig = new Rig(mastodon, server.address(), "token", Map.of("tags", "other"));
    ours(2, instance.post(1, EARLIER, "my kettlery leaks").path("id").asText());
    instance.lookups = 503;
    rig.turn();
    assertThat(rig.posted()).isEmpty();
    instance.lookups = 200;

    rig.run(Duration.ofMinutes(10));

    assertThat(rig.posted()).hasSize(2);
  }

  private void ours(int n, String inReplyTo) {
    ObjectNode status = instance.post(n, EARLIER.plusSeconds(n), "So sorry!");
    status.put("in_reply_to_id", inReplyTo);
    status.putObject("account").put("id", "1").put("acct", "kettlery@ex.social");
  }

  @Test
  void anAnswerNamesWhomItAnswersAndStandsOnceHoweverOftenItIsSent() throws Exception {
    rig.close();
    rig = new Rig(mastodon, server.address(), "token", Map.of());
    instance.post(1, EARLIER, "#kettlery leaks").put("visibility", "unlisted");

    Sent first = mastodon.answer(rig.opened(), reply("r-1"), false);
    Sent again = mastodon.answer(rig.opened(), reply("r-1"), false);
    Sent afterACrash = mastodon.answer(rig.opened(), reply("r-1"), true);

    assertThat(again).isEqualTo(first);
    assertThat(afterACrash).isEqualTo(first);
    assertThat(instance.statuses).hasSize(2);
    assertThat(server.asked("POST", "/api/v1/statuses")).hasSize(2);
    JsonNode body = Json.MAPPER.readTree(server.asked("POST", "/api/v1/statuses").get(0).body());
    assertThat(body.path("status").asText()).isEqualTo("@ana@ex.social so sorry");
    assertThat(body.path("visibility").asText()).isEqualTo("unlisted");
  }

  @Test
  void aServerThatNeitherLinksNorSearchesNorKnowsKeysIsReadAndAnsweredAllTheSame()
      throws Exception {
    instance.plain = true;
    IntStream.range(0, 100)
        .forEach(n -> instance.post(n, Rig.NOON.minus(Duration.ofHours(n)), "#kettlery " + n));
    rig.close();
    rig =
        new Rig(mastodon, server.address(), "token", Map.of("tags", "kettlery", "lookback", "P3D"));
    rig.turn();

    Sent first = mastodon.answer(rig.opened(), reply("r-1"), false);
    Sent afterACrash = mastodon.answer(rig.opened(), reply("r-1"), true);

    assertThat(rig.posted()).hasSizeBetween(72, 100);
    assertThat(first).isInstanceOf(Sent.Posted.class);
    assertThat(afterACrash).isEqualTo(first);
    assertThat(server.asked("POST", "/api/v1/statuses")).hasSize(1);
  }

  @Test
  void anAnswerToWhatIsGoneIsRefused() throws Exception {
    rig.close();
    rig = new Rig(mastodon, server.address(), "token", Map.of());

    assertThat(mastodon.answer(rig.opened(), reply("r-1"), false)).isInstanceOf(Sent.Refused.class);
  }

  private Rig polled(Map<String, String> settings) {
    return new Rig(mastodon, server.address(), null, settings);
  }

  private Rig streamed() {
    return new Rig(
        mastodon, server.address(), "token", Map.of("tags", "kettlery", "stream", "true"));
  }

  private Rig streamedWith(String lookback) {
    return new Rig(
        mastodon,
        server.address(),
        "token",
        Map.of("tags", "kettlery", "stream", "true", "lookback", lookback));
  }

  private static String frame(String event, String payload) {
    ObjectNode frame = Json.MAPPER.createObjectNode();
    frame.putArray("stream").add("hashtag").add("kettlery");
    return frame.put("event", event).put("payload", payload).toString();
  }

  private static ReplyRequested reply(String id) {
    String parent = "mastodon:https://ex.social/s/1";
    return new ReplyRequested(
        id, "case-1", parent, "mastodon", "rigged", parent, "so sorry", null, "ana", Rig.NOON);
  }
}
