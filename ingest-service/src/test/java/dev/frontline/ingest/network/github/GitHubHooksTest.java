package dev.frontline.ingest.network.github;

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
import org.junit.jupiter.api.Test;

@NeedsStack
class GitHubHooksTest {

  private static final String NOWHERE = "http://127.0.0.1:1";
  private static final String ISSUE = "\"issue\":{\"node_id\":\"I_7\"}";
  private static final String DISCUSSION = "\"discussion\":{\"node_id\":\"D_7\"}";

  private final GitHub github = new GitHub();
  private final Rig rig = rig(github, NOWHERE);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aCommentItsEditAndItsDeletionAreToldInTheirIssuesConversation() {
    rig.call(event("issue_comment", "created", comment("IC_1", "kettlery leaks", "11"), ISSUE));
    rig.call(event("issue_comment", "edited", comment("IC_1", "kettlery leaked", "11"), ISSUE));
    rig.call(event("issue_comment", "deleted", comment("IC_1", "", "11"), ISSUE));

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("github:IC_1");
              assertThat(mention.conversationId()).isEqualTo("github:I_7");
              assertThat(mention.author().handle()).isEqualTo("jo");
            });
    assertThat(rig.told()).hasAtLeastOneElementOfType(MentionEdited.class);
    assertThat(rig.told()).hasAtLeastOneElementOfType(MentionDeleted.class);
  }

  @Test
  void issuesAndDiscussionsAreToldAndWhatNobodySaidIsPassedOver() {
    String issue = comment("I_8", "kettlery", "11").replace("\"comment\"", "\"issue\"");
    String discussion = comment("D_8", "kettlery", "11").replace("\"comment\"", "\"discussion\"");
    rig.call(event("issues", "opened", issue, "\"x\":1"));
    rig.call(event("issues", "labeled", issue.replace("I_8", "I_9"), "\"x\":1"));
    rig.call(event("discussion", "created", discussion, "\"x\":1"));
    rig.call(event("discussion_comment", "created", comment("DC_1", "kettlery", "11"), DISCUSSION));
    rig.call(event("ping", "", "\"zen\":\"x\"", "\"x\":1"));

    assertThat(rig.posted())
        .extracting(mention -> mention.id() + " in " + mention.conversationId())
        .containsExactly(
            "github:I_8 in github:I_8", "github:D_8 in github:D_8", "github:DC_1 in github:D_7");
  }

  @Test
  void onlyWhatIsSignedWithTheHooksSecretIsTaken() {
    Delivery good = event("issue_comment", "created", comment("IC_1", "kettlery", "11"), ISSUE);
    Delivery forged =
        new Delivery(
            Map.of(
                "x-github-event",
                "issue_comment",
                "x-hub-signature-256",
                "sha256=" + Signatures.hex("token", good.body())),
            Map.of(),
            good.body());

    assertThat(rig.call(forged)).isInstanceOf(Received.Forged.class);
    try (Rig unsigned = new Rig(github, NOWHERE, "token", Map.of())) {
      assertThat(unsigned.call(good)).isInstanceOf(Received.Forged.class);
    }
    assertThat(rig.call(good)).isEqualTo(new Received.Taken(1));
    assertThat(rig.call(good)).isEqualTo(new Received.Taken(0));
  }

  @Test
  void halfADeliveryAndOneThatNamesNobodyAreParked() {
    assertThat(rig.call(signed("issue_comment", "{\"action\":\"created\",\"comm")))
        .isInstanceOf(Received.Broken.class);
    assertThat(rig.call(signed("issue_comment", "{\"action\":\"created\",\"comment\":{}}")))
        .isInstanceOf(Received.Broken.class);

    assertThat(rig.parked()).hasSize(2);
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    PushCrash.everywhere(
        () -> rig(new GitHub(), NOWHERE),
        event("issue_comment", "created", comment("IC_1", "kettlery", "11"), ISSUE),
        List.of("github:IC_1"));
  }

  @Test
  void anAnswerToACommentGoesBelowItsIssueOrDiscussion() throws Exception {
    try (Served network =
            new Served(
                asked ->
                    Reply.json(
                        asked.body().contains("addDiscussionComment")
                            ? "{\"data\":{\"addDiscussionComment\":{\"comment\":{\"id\":\"DC_2\"}}}}"
                            : "{\"data\":{\"addComment\":{\"commentEdge\":{\"node\":{\"id\":\"IC_2\"}}}}}"));
        Rig answering = rig(github, network.address())) {
      Sent issue = github.answer(answering.opened(), reply("IC_1", "I_7"), false);
      Sent discussion = github.answer(answering.opened(), reply("DC_1", "D_7"), false);

      assertThat(issue).isEqualTo(new Sent.Posted("github:IC_2", null));
      assertThat(discussion).isEqualTo(new Sent.Posted("github:DC_2", null));
      assertThat(network.asked().get(0).body()).contains("\"s\":\"I_7\"");
      assertThat(network.asked().get(1).body()).contains("\"s\":\"D_7\"");
      assertThat(network.asked().get(0).headers()).containsEntry("Authorization", "Bearer token");
    }
  }

  @Test
  void whatGitHubSaysToAnAnswerIsTold() {
    AnswerFaults.areTold(github, GitHubHooksTest::rig, reply("IC_1", "I_7"));
  }

  private static Rig rig(AnsweringSource kind, String address) {
    return new Rig(kind, address, "token:hook", Map.of("query", "kettlery"));
  }

  private static ReplyRequested reply(String id, String root) {
    return new ReplyRequested(
        "r-1",
        "case-1",
        "github:" + id,
        "github",
        "rigged",
        "github:" + root,
        "so sorry",
        null,
        "ana",
        Rig.NOON);
  }

  private static String comment(String id, String body, String hour) {
    return "\"comment\":{\"node_id\":\""
        + id
        + "\",\"body\":\""
        + body
        + "\",\"html_url\":\"https://github.com/o/r/issues/7#1\",\"user\":{\"login\":\"jo\",\"id\":3},"
        + "\"created_at\":\"2026-03-02T"
        + hour
        + ":00:00Z\",\"updated_at\":\"2026-03-02T"
        + hour
        + ":30:00Z\"}";
  }

  private static Delivery event(String name, String action, String written, String below) {
    return signed(name, "{\"action\":\"" + action + "\"," + written + "," + below + "}");
  }

  private static Delivery signed(String name, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Delivery(
        Map.of(
            "x-github-event",
            name,
            "x-hub-signature-256",
            "sha256=" + Signatures.hex("hook", body)),
        Map.of(),
        body);
  }
}
