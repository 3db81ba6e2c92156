package dev.frontline.ingest.network.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.network.AnswerFaults;
import dev.frontline.ingest.reading.PushCrash;
import dev.frontline.ingest.reading.PushDoor.Received;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Signatures;
import dev.frontline.testkit.NeedsStack;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class DiscourseTest {

  private final Discourse discourse = new Discourse();
  private Served forum;
  private Rig rig;

  @BeforeEach
  void open() {
    forum = new Served(asked -> Reply.json("{\"id\":6}"));
    rig = rig(discourse, forum.address());
  }

  @AfterEach
  void close() {
    rig.close();
    forum.close();
  }

  @Test
  void aPostItsEditAndItsRemovalAreTold() {
    rig.call(event("post_created", "my kettlery leaks", "hook"));
    rig.call(event("post_edited", "my kettlery still leaks", "hook"));
    rig.call(event("post_destroyed", "", "hook"));

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("discourse:127.0.0.1/5");
              assertThat(mention.conversationId()).isEqualTo("discourse:127.0.0.1/t/2");
              assertThat(mention.text()).isEqualTo("my kettlery leaks");
            });
    assertThat(rig.told()).hasAtLeastOneElementOfType(MentionEdited.class);
    assertThat(rig.told()).hasAtLeastOneElementOfType(MentionDeleted.class);
  }

  @Test
  void anotherSecretIsForgedAndOtherEventsArePassedOver() {
    assertThat(rig.call(event("post_created", "kettlery", "other")))
        .isInstanceOf(Received.Forged.class);
    assertThat(rig.call(event("topic_created", "kettlery", "hook")))
        .isEqualTo(new Received.Taken(0));
  }

  @Test
  void aDeliveryThatComesAgainIsOneMention() {
    assertThat(rig.call(event("post_created", "kettlery", "hook")))
        .isEqualTo(new Received.Taken(1));
    assertThat(rig.call(event("post_created", "kettlery", "hook")))
        .isEqualTo(new Received.Taken(0));
  }

  @Test
  void anEditThatOvertakesItsPostIsDroppedAndARemovalOfWhatNobodyHeardToo() {
    rig.call(event("post_edited", "kettlery", "hook"));
    rig.call(event("post_destroyed", "", "hook"));

    assertThat(rig.told()).isEmpty();
  }

  @Test
  void halfADeliveryAndGarbageAreParked() {
    assertThat(rig.call(signed("post_created", "{\"post\":{\"id\":5,\"top", "hook")))
        .isInstanceOf(Received.Broken.class);
    assertThat(rig.call(signed("post_created", "\u0000\u202e<<<", "hook")))
        .isInstanceOf(Received.Broken.class);
    assertThat(rig.call(signed("post_created", "{\"post\":{\"id\":5}}", "hook")))
        .isInstanceOf(Received.Broken.class);

    assertThat(rig.parked()).hasSize(3);
    assertThat(rig.posted()).isEmpty();
  }

  @Test
  void aSourceThatRestsAsksTheForumToComeAgain() {
    rig.controls().pause("rigged", true, "ana");

    assertThat(rig.call(event("post_created", "kettlery", "hook")))
        .isInstanceOf(Received.Paused.class);
    rig.controls().pause("rigged", false, "ana");
    assertThat(rig.call(event("post_created", "kettlery", "hook")))
        .isEqualTo(new Received.Taken(1));
  }

  @Test
  void whateverMomentTheProcessEndsTheForumSendsAgainAndNothingIsToldTwice() {
    PushCrash.everywhere(
        () -> rig(discourse, forum.address()),
        event("post_created", "my kettlery leaks", "hook"),
        List.of("discourse:127.0.0.1/5"));
  }

  @Test
  void whatAForumSaysToAnAnswerIsTold() {
    AnswerFaults.areTold(discourse, DiscourseTest::rig, reply());
  }

  @Test
  void wordsThatTheForumHasAlreadyAreLeftToAPersonAfterACrash() throws Exception {
    try (Served strict = new Served(asked -> Reply.status(422));
        Rig answering = rig(discourse, strict.address())) {
      assertThat(discourse.answer(answering.opened(), reply(), true))
          .isInstanceOf(Sent.Unknown.class);
    }
  }

  @Test
  void withoutAnApiKeyAnAnswerIsRefusedInWords() throws Exception {
    try (Rig mute = new Rig(discourse, forum.address(), "hook", Map.of())) {
      assertThat(discourse.answer(mute.opened(), reply(), false))
          .isInstanceOfSatisfying(
              Sent.Refused.class, refused -> assertThat(refused.reason()).contains("API key"));
    }
  }

  @Test
  void anAnswerGoesIntoTheTopic() throws Exception {
    Sent sent = discourse.answer(rig.opened(), reply(), false);

    assertThat(sent).isEqualTo(new Sent.Posted("discourse:127.0.0.1/6", forum.address() + "/p/6"));
    assertThat(forum.asked("POST", "/posts.json"))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.body()).isEqualTo("{\"raw\":\"so sorry\",\"topic_id\":2}");
              assertThat(asked.headers()).containsEntry("Api-key", "key");
            });
  }

  private static Rig rig(AnsweringSource kind, String address) {
    return new Rig(kind, address, "hook:key", Map.of("user", "ana"));
  }

  private static ReplyRequested reply() {
    return new ReplyRequested(
        "r-1",
        "case-1",
        "discourse:127.0.0.1/5",
        "discourse",
        "rigged",
        "discourse:127.0.0.1/t/2",
        "so sorry",
        null,
        "ana",
        Rig.NOON);
  }

  private static Delivery event(String name, String raw, String secret) {
    return signed(
        name,
        "{\"post\":{\"id\":5,\"topic_id\":2,\"post_number\":3,\"username\":\"jo\",\"raw\":\""
            + raw
            + "\",\"created_at\":\"2026-03-02T11:00:00Z\",\"updated_at\":\"2026-03-02T11:30:00Z\","
            + "\"topic_slug\":\"x\",\"topic_title\":\"X\"}}",
        secret);
  }

  private static Delivery signed(String name, String text, String secret) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Delivery(
        Map.of(
            "x-discourse-event",
            name,
            "x-discourse-event-signature",
            "sha256=" + Signatures.hex(secret, body)),
        Map.of(),
        body);
  }
}
