package dev.frontline.ingest.network.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
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
class BlueskyTest {

  private static final String PARENT = "bluesky:at://did:plc:ana/app.bsky.feed.post/r1";

  private final Jetstream jetstream = new Jetstream();
  private final Bluesky bluesky = new Bluesky();
  private final Served appView =
      new Served(
          asked ->
              Reply.json(
                  "{\"profiles\":[{\"did\":\"did:plc:ana\",\"handle\":\"ana.test\",\"displayName\":\"Ana\","
                      + "\"followersCount\":120}]}"));
  private SocketServer network;
  private Rig rig;

  @BeforeEach
  void open() {
    network = new SocketServer(jetstream::from);
    rig = listening();
  }

  @AfterEach
  void close() {
    rig.close();
    network.close();
    appView.close();
  }

  @Test
  void aPostIsTakenAndOneThatNamesNobodyIsNot() {
    jetstream.post(1, Rig.NOON, "my Kettlery sings");
    jetstream.post(2, Rig.NOON.plusSeconds(1), "good morning");

    rig.until(() -> rig.posted().size() == 1);

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo(PARENT);
              assertThat(mention.url()).isEqualTo("https://bsky.app/profile/did:plc:ana/post/r1");
              assertThat(mention.lang()).isEqualTo("en");
              assertThat(mention.author().id()).isEqualTo("did:plc:ana");
              assertThat(mention.author().handle()).isEqualTo("ana.test");
              assertThat(mention.reach()).isEqualTo(120);
            });
  }

  @Test
  void whoeverIsListenedForIsAskedAboutOnceAndNobodyElse() {
    jetstream.post(1, Rig.NOON, "Kettlery one");
    jetstream.post(2, Rig.NOON.plusSeconds(1), "good morning");
    rig.until(() -> rig.posted().size() == 1);
    network.say(jetstream.post(3, Rig.NOON.plusSeconds(2), "Kettlery three"));

    rig.until(() -> rig.posted().size() == 2);

    assertThat(appView.asked()).hasSize(1);
    assertThat(rig.posted().get(1).author().handle()).isEqualTo("ana.test");
  }

  @Test
  void aPostIsTakenAsItCameWhereNobodyTellsWhoWroteIt() {
    rig.close();
    rig =
        new Rig(
            bluesky,
            network.address(),
            null,
            Map.of("lookback", "PT1H", "appview", "http://127.0.0.1:1"));
    jetstream.post(1, Rig.NOON, "Kettlery one");

    rig.until(() -> rig.posted().size() == 1);

    assertThat(rig.posted().get(0).author().handle()).isNull();
  }

  @Test
  void aLineThatIsCutIsReopenedFromTheCursorWithItsOverlap() {
    jetstream.post(1, Rig.NOON, "Kettlery one");
    rig.until(() -> rig.posted().size() == 1);
    network.cut();
    jetstream.post(2, Rig.NOON.plusSeconds(7), "Kettlery two");

    rig.until(() -> rig.posted().size() == 2);

    assertThat(network.requests().get(network.requests().size() - 1))
        .contains("cursor=" + (Events.micros(Rig.NOON) - 5_000_000));
  }

  @Test
  void aDeletionIsFollowedAndAnAccountThatIsGoneIsForgotten() {
    jetstream.post(1, Rig.NOON, "Kettlery one");
    jetstream.delete(1, Rig.NOON.plusSeconds(1));
    jetstream.delete(99, Rig.NOON.plusSeconds(2));
    jetstream.gone(Rig.NOON.plusSeconds(3));

    rig.until(() -> !rig.events(TopicPlan.AUTHORS_ERASED, EventFamily.AUTHORS).isEmpty());

    assertThat(rig.told())
        .filteredOn(MentionDeleted.class::isInstance)
        .extracting(event -> event.mentionId())
        .containsExactly(PARENT);
    assertThat(rig.events(TopicPlan.AUTHORS_ERASED, EventFamily.AUTHORS))
        .extracting(AuthorEvent::authorId)
        .containsExactly("bluesky:did:plc:ana");
  }

  @Test
  void framesThatCannotBeReadAreParkedAndTheOthersAreTaken() {
    jetstream.post(1, Rig.NOON, "Kettlery one");
    rig.until(() -> rig.posted().size() == 1);

    network.say("{\"did\":\"did:plc:x\",");
    network.say("\u0000\u202e[[[[");
    network.say(jetstream.post(2, Rig.NOON.plusSeconds(1), "Kettlery two"));
    rig.until(() -> rig.posted().size() == 2);

    assertThat(rig.parked()).hasSize(2);
  }

  @Test
  void aRefusalWithAHintIsObeyedAndAServerThatFailsIsTriedAgain() {
    network.refuse(503);
    Instant due = rig.turn();
    assertThat(rig.trouble()).contains("503");
    network.refuse(0);
    rig.clock.to(due);
    jetstream.post(1, Rig.NOON, "Kettlery one");

    rig.until(() -> rig.posted().size() == 1);

    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void aSilentLineCountsAsDeadAndIsReopened() {
    jetstream.post(1, Rig.NOON, "Kettlery one");
    rig.until(() -> rig.posted().size() == 1);
    int before = network.requests().size();

    rig.clock.forward(Duration.ofSeconds(90));
    rig.until(() -> network.requests().size() > before);

    assertThat(network.requests()).hasSizeGreaterThan(before);
  }

  @Test
  void aCursorThatTheServerNoLongerHasLeavesAGap() {
    jetstream.post(1, Rig.NOON, "Kettlery one");
    rig.until(() -> rig.posted().size() == 1);
    rig.clock.forward(Duration.ofSeconds(5));
    rig.turn();
    network.cut();
    rig.clock.forward(Duration.ofHours(60));
    jetstream.post(2, Rig.NOON.plus(Duration.ofHours(24)), "Kettlery two");

    rig.until(() -> rig.posted().size() == 2);

    assertThat(rig.gaps()).isEqualTo(1);
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    IntStream.range(0, 8).forEach(n -> jetstream.post(n, Rig.NOON.plusSeconds(n), "Kettlery " + n));
    int crashes = 0;
    for (int effect = 1; effect <= 12; effect++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Rig one = listening()) {
          one.crashing.atEffect(effect, after);
          try {
            one.until(() -> one.posted().size() == 8);
            one.clock.forward(Duration.ofSeconds(5));
            one.turn();
          } catch (Crash e) {
            crashes++;
          }
          one.crashing.never();
          one.restart();
          one.until(() -> one.posted().size() == 8);
          one.turn();
          one.turn();

          assertThat(one.posted())
              .as("ended at effect %d, %s it", effect, after ? "after" : "before")
              .extracting(Mention::id)
              .containsExactlyInAnyOrderElementsOf(
                  IntStream.range(0, 8)
                      .mapToObj(n -> "bluesky:at://did:plc:ana/app.bsky.feed.post/r" + n)
                      .toList());
        }
      }
    }
    assertThat(crashes).isGreaterThanOrEqualTo(12);
  }

  @Test
  void anAnswerIsPutUnderAKeyOfItsOwnSoThatASecondTryWritesOverTheFirst() throws Exception {
    try (Served pds = new Served(BlueskyTest::pds);
        Rig answering = answering(pds)) {
      Sent first =
          bluesky.answer(answering.opened(), reply("so sorry, see https://k.invalid/é now"), false);
      Sent second =
          bluesky.answer(answering.opened(), reply("so sorry, see https://k.invalid/é now"), true);

      assertThat(second).isEqualTo(first);
      List<Served.Asked> puts = pds.asked("POST", "/xrpc/com.atproto.repo.putRecord");
      assertThat(puts).hasSize(2);
      assertThat(puts.get(1).body()).isEqualTo(puts.get(0).body());
      assertThat(puts.get(0).body())
          .contains("\"root\":{\"uri\":\"at://root\",\"cid\":\"cr\"}")
          .contains("\"byteStart\":14,\"byteEnd\":34");
      assertThat(pds.asked("POST", "/xrpc/com.atproto.server.createSession")).hasSize(1);
    }
  }

  @Test
  void aSessionThatHasEndedIsMadeAnew() throws Exception {
    int[] puts = {0};
    try (Served pds =
            new Served(
                asked ->
                    asked.path().endsWith("putRecord") && puts[0]++ == 0
                        ? new Reply(400, Map.of(), "{\"error\":\"ExpiredToken\"}")
                        : pds(asked));
        Rig answering = answering(pds)) {
      Sent sent = bluesky.answer(answering.opened(), reply("so sorry"), false);

      assertThat(sent).isInstanceOf(Sent.Posted.class);
      assertThat(pds.asked("POST", "/xrpc/com.atproto.server.createSession")).hasSize(2);
    }
  }

  @Test
  void anAnswerThatIsTooLongIsRefusedBeforeItIsSent() throws Exception {
    try (Served pds = new Served(BlueskyTest::pds);
        Rig answering = answering(pds)) {
      assertThat(bluesky.answer(answering.opened(), reply("é".repeat(301)), false))
          .isInstanceOfSatisfying(
              Sent.Refused.class, refused -> assertThat(refused.reason()).contains("301"));
      assertThat(pds.asked()).isEmpty();
    }
  }

  @Test
  void withoutAPasswordItSaysWhatIsMissing() {
    try (Rig mute = new Rig(bluesky, network.address(), null, Map.of("handle", "k.test"))) {
      assertThat(
              catchThrowableOfType(
                  Fault.class, () -> bluesky.answer(mute.opened(), reply("so sorry"), false)))
          .satisfies(fault -> assertThat(fault.words()).contains("FRONTLINE_TOKEN_RIGGED"));
    }
  }

  private Rig listening() {
    return new Rig(
        bluesky, network.address(), null, Map.of("lookback", "PT1H", "appview", appView.address()));
  }

  private Rig answering(Served pds) {
    return new Rig(
        bluesky, network.address(), "pw", Map.of("pds", pds.address(), "handle", "k.test"));
  }

  private static ReplyRequested reply(String text) {
    return new ReplyRequested(
        "reply-1", "case-1", PARENT, "bluesky", "rigged", PARENT, text, null, "ana", Rig.NOON);
  }

  private static Reply pds(Served.Asked asked) {
    return switch (asked.path()) {
      case "/xrpc/com.atproto.server.createSession" ->
          Reply.json("{\"did\":\"did:plc:us\",\"accessJwt\":\"jwt\",\"refreshJwt\":\"r\"}");
      case "/xrpc/com.atproto.repo.getRecord" ->
          Reply.json(
              "{\"uri\":\"at://did:plc:ana/app.bsky.feed.post/r1\",\"cid\":\"c1\",\"value\":{\"reply\":"
                  + "{\"root\":{\"uri\":\"at://root\",\"cid\":\"cr\"}}}}");
      case "/xrpc/com.atproto.repo.putRecord" -> Reply.json("{\"uri\":\"at://did:plc:us/x/y\"}");
      default -> Reply.status(404);
    };
  }
}
