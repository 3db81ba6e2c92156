package dev.frontline.ingest.network.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Mention;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class MetaTest {

  private static final String NOWHERE = "http://127.0.0.1:1";

  private final FacebookPages facebook = new FacebookPages();
  private Rig rig = rig(facebook, NOWHERE);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aCommentItsEditAndItsRemovalAreTold() {
    rig.call(MetaCalls.signed(change("add", "P_9", "my kettlery leaks")));
    rig.clock.forward(Duration.ofMinutes(1));
    rig.call(MetaCalls.signed(change("edited", "P_9", "my kettlery still leaks")));
    rig.call(MetaCalls.signed(change("remove", "P_9", "")));

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("facebook:P_9");
              assertThat(mention.conversationId()).isEqualTo("facebook:PAGE_P");
              assertThat(mention.author().displayName()).isEqualTo("Jo");
            });
    assertThat(rig.told()).hasAtLeastOneElementOfType(MentionEdited.class);
    assertThat(rig.told()).hasAtLeastOneElementOfType(MentionDeleted.class);
  }

  @Test
  void aDeliveryThatComesAgainIsOneMention() {
    Delivery delivery = MetaCalls.signed(change("add", "P_9", "my kettlery leaks"));

    assertThat(rig.call(delivery)).isEqualTo(new Received.Taken(1));
    assertThat(rig.call(delivery)).isEqualTo(new Received.Taken(0));
  }

  @Test
  void whatIsNotSignedWithTheSecretIsForged() {
    byte[] body = MetaCalls.bytes(change("add", "P_9", "my kettlery leaks"));

    assertThat(rig.call(new Delivery(Map.of(), Map.of(), body)))
        .isInstanceOf(Received.Forged.class);
    assertThat(
            rig.call(
                new Delivery(
                    Map.of("x-hub-signature-256", "sha256=" + Signatures.hex("other", body)),
                    Map.of(),
                    body)))
        .isInstanceOf(Received.Forged.class);
    assertThat(rig.told()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsParked() {
    assertThat(rig.call(MetaCalls.signed("{\"entry\":[{\"ch"))).isInstanceOf(Received.Broken.class);
    assertThat(rig.parked()).hasSize(1);
  }

  @Test
  void onlyWhoKnowsTheTokenIsGreeted() {
    Map<String, String> right =
        Map.of("hub.mode", "subscribe", "hub.verify_token", "vt", "hub.challenge", "42");
    Map<String, String> wrong =
        Map.of("hub.mode", "subscribe", "hub.verify_token", "no", "hub.challenge", "42");

    assertThat(facebook.greet(rig.opened(), new Delivery(Map.of(), right, new byte[0])))
        .contains("42");
    assertThat(facebook.greet(rig.opened(), new Delivery(Map.of(), wrong, new byte[0]))).isEmpty();
  }

  @Test
  void whateverMomentTheProcessEndsTheNetworkSendsAgainAndNothingIsToldTwice() {
    PushCrash.everywhere(
        () -> rig(new FacebookPages(), NOWHERE),
        MetaCalls.signed(change("add", "P_9", "my kettlery leaks")),
        List.of("facebook:P_9"));
    PushCrash.everywhere(
        () -> rig(new Instagram(), NOWHERE),
        MetaCalls.signed(comments("C1", "C2")),
        List.of("instagram:C1", "instagram:C2"));
  }

  @Test
  void whatTheGraphSaysToAnAnswerIsTold() {
    AnswerFaults.areTold(facebook, MetaTest::rig, MetaCalls.reply("facebook:P_9"));
    AnswerFaults.areTold(new Instagram(), MetaTest::rig, MetaCalls.reply("instagram:C1"));
  }

  @Test
  void instagramsDeliveriesAreOneMentionACommentHoweverOftenTheyComeAndHoweverMany() {
    try (Rig insta = rig(new Instagram(), NOWHERE)) {
      Delivery many =
          MetaCalls.signed(
              comments(IntStream.range(0, 200).mapToObj(n -> "C" + n).toArray(String[]::new)));

      assertThat(insta.call(many)).isEqualTo(new Received.Taken(200));
      assertThat(insta.call(many)).isEqualTo(new Received.Taken(0));
    }
  }

  @Test
  void whatIsWrongInAnInstagramDeliveryIsParkedAndTheRestTaken() {
    try (Rig insta = rig(new Instagram(), NOWHERE)) {
      insta.call(MetaCalls.signed(comments("C1").replace("\"id\":\"C1\",", "")));
      insta.call(MetaCalls.signed(comments("C2").substring(0, 80)));
      insta.call(MetaCalls.signed("\u0000\u202e<<<"));
      insta.call(MetaCalls.signed(comments("C4")));

      assertThat(insta.parked()).hasSize(3);
      assertThat(insta.posted()).extracting(Mention::id).containsExactly("instagram:C4");
    }
  }

  @Test
  void aCommentOnInstagramIsTakenWithItsMedia() {
    try (Rig insta = rig(new Instagram(), NOWHERE)) {
      insta.call(MetaCalls.signed(comments("C1")));

      assertThat(insta.posted())
          .singleElement()
          .satisfies(
              mention -> {
                assertThat(mention.id()).isEqualTo("instagram:C1");
                assertThat(mention.conversationId()).isEqualTo("instagram:M1");
              });
    }
  }

  @Test
  void anAnswerGoesBelowTheCommentWithItsProofAndASecondTryIsLeftToAPerson() throws Exception {
    try (Served graph = new Served(asked -> Reply.json("{\"id\":\"P_10\"}"));
        Rig answering = rig(facebook, graph.address())) {
      Sent sent = facebook.answer(answering.opened(), MetaCalls.reply("facebook:P_9"), false);
      Sent again = facebook.answer(answering.opened(), MetaCalls.reply("facebook:P_9"), true);

      assertThat(sent).isEqualTo(new Sent.Posted("facebook:P_10", null));
      assertThat(again).isInstanceOf(Sent.Unknown.class);
      assertThat(graph.asked("POST", "/P_9/comments"))
          .singleElement()
          .satisfies(
              asked ->
                  assertThat(asked.body())
                      .contains("so sorry")
                      .contains(
                          Signatures.hex(
                              MetaCalls.SECRET, "page".getBytes(StandardCharsets.UTF_8))));
    }
  }

  private static Rig rig(AnsweringSource kind, String url) {
    return new Rig(kind, url, MetaCalls.SECRET + ":page", Map.of("verifyToken", "vt"));
  }

  private static String comments(String... ids) {
    return "{\"object\":\"instagram\",\"entry\":[{\"id\":\"I\",\"time\":1772452800,\"changes\":["
        + Stream.of(ids)
            .map(
                id ->
                    "{\"field\":\"comments\",\"value\":{\"id\":\""
                        + id
                        + "\",\"text\":\"nice kettlery\",\"from\":{\"id\":\"U2\",\"username\":\"jo\"},"
                        + "\"media\":{\"id\":\"M1\"}}}")
            .collect(Collectors.joining(","))
        + "]}]}";
  }

  private static String change(String verb, String id, String text) {
    return "{\"object\":\"page\",\"entry\":[{\"id\":\"PAGE\",\"time\":1772452800,\"changes\":[{\"field\":"
        + "\"feed\",\"value\":{\"item\":\"comment\",\"verb\":\""
        + verb
        + "\",\"comment_id\":\""
        + id
        + "\",\"post_id\":\"PAGE_P\",\"parent_id\":\"PAGE_P\",\"from\":{\"id\":\"U1\",\"name\":\"Jo\"},"
        + "\"message\":\""
        + text
        + "\",\"created_time\":1772452700}}]}]}";
  }
}
