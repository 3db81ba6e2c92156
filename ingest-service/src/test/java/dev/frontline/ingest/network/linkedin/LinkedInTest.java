package dev.frontline.ingest.network.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.network.HostileBodies;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class LinkedInTest {

  private static final Instant EARLIER = Rig.NOON.minusSeconds(60);
  private static final String NOTIFICATIONS = "/rest/organizationalEntityNotifications";

  private final Site site = new Site();
  private final LinkedIn linkedIn = new LinkedIn();
  private final Served network = new Served(site::answer);
  private final Rig rig = rig();

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void aCommentAndAPostThatNamesThePageAreTaken() {
    site.comment(12, EARLIER, "my kettlery leaks");
    site.notify("SHARE_MENTION", "urn:li:share:55", EARLIER, "share", "thanks, kettlery");

    rig.turn();

    assertThat(rig.posted())
        .extracting(Mention::id)
        .containsExactlyInAnyOrder("linkedin:" + Site.urn(12), "linkedin:urn:li:share:55");
    Mention comment =
        rig.posted().stream().filter(m -> m.id().contains("comment")).findFirst().orElseThrow();
    assertThat(comment.conversationId()).isEqualTo("linkedin:" + Site.POST);
    assertThat(comment.inReplyTo()).isEqualTo("linkedin:" + Site.POST);
    assertThat(comment.author().displayName()).isEqualTo("LinkedIn member");
    assertThat(comment.createdAt()).isEqualTo(EARLIER);
    assertThat(comment.mayTrain()).isFalse();
    Asked asked = network.asked("GET", NOTIFICATIONS).get(0);
    assertThat(asked.headers())
        .containsEntry("Linkedin-version", "202610")
        .containsEntry("X-restli-protocol-version", "2.0.0")
        .containsEntry("Authorization", "Bearer token");
  }

  @Test
  void pagesAreReadToTheEndAndTheOverlapTellsNothingTwice() {
    IntStream.range(0, 230).forEach(n -> site.comment(n, EARLIER, "kettlery " + n));

    rig.turn();
    rig.clock.forward(Duration.ofMinutes(5));
    rig.turn();

    assertThat(rig.posted()).hasSize(230).extracting(Mention::id).doesNotHaveDuplicates();
  }

  @Test
  void editsAndDeletionsAreFollowed() {
    site.comment(1, EARLIER, "kettlery one");
    site.comment(2, EARLIER, "kettlery two");
    rig.turn();
    Instant later = Rig.NOON.plusSeconds(60);
    site.notify("COMMENT_EDIT", Site.urn(1), later, "comment", "kettlery one, edited");
    site.notify("COMMENT_DELETE", Site.urn(2), later, "comment", "");

    rig.clock.forward(Duration.ofMinutes(5));
    rig.turn();

    assertThat(rig.told())
        .filteredOn(MentionEdited.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactly("linkedin:" + Site.urn(1));
    assertThat(rig.told())
        .filteredOn(MentionDeleted.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactly("linkedin:" + Site.urn(2));
  }

  @Test
  void aDeletionThatIsToldPagesBeforeItsCommentIsNotForgotten() {
    site.comment(500, EARLIER, "kettlery, regretted");
    IntStream.range(0, 150).forEach(n -> site.comment(n, EARLIER, "kettlery " + n));
    site.notify("COMMENT_DELETE", Site.urn(500), EARLIER, "comment", "");

    rig.turn();

    assertThat(rig.posted()).hasSize(150);
    assertThat(rig.posted()).extracting(Mention::text).doesNotContain("kettlery, regretted");
  }

  @Test
  void aRefusalIsObeyedForAsLongAsItSaysAndHalfAnHourWhereItSaysNothing() {
    site.trouble(1, Reply.status(429).with("Retry-After", "77"));
    assertThat(rig.turn()).isEqualTo(Rig.NOON.plusSeconds(77));

    rig.clock.forward(Duration.ofSeconds(78));
    site.trouble(1, Reply.status(429));
    assertThat(rig.turn()).isEqualTo(Rig.NOON.plusSeconds(78).plus(Duration.ofMinutes(30)));
    rig.clock.forward(Duration.ofMinutes(29));
    rig.turn();
    assertThat(network.asked()).hasSize(2);
  }

  @Test
  void aTokenThatIsNotAcceptedNeedsAPersonAndNothingIsLostMeanwhile() {
    site.comment(1, EARLIER, "kettlery");
    site.trouble(1, Reply.status(401));

    Instant due = rig.turn();
    assertThat(rig.needsAttention()).isTrue();
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.needsAttention()).isFalse();
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void whatFailsBreaksOffOrSaysNothingIsReadAgainAndParked() {
    site.comment(1, EARLIER, "kettlery");
    site.comment(2, EARLIER, "kettlery").remove("generatedActivity");
    site.trouble(1, Reply.status(500));
    rig.clock.to(rig.turn());
    site.trouble(1, Reply.json("{\"elements\":[{"));
    rig.clock.to(rig.turn());

    rig.turn();

    assertThat(rig.parked()).hasSize(2);
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void whoWasAwayForMoreThanSixtyDaysIsToldSoOnce() {
    rig.turn();
    rig.clock.forward(Duration.ofDays(70));
    rig.turn();
    rig.clock.forward(Duration.ofMinutes(10));
    rig.turn();

    assertThat(rig.gaps()).isEqualTo(1);
  }

  @Test
  void anAnswerGoesBelowTheCommentAndALostOneIsFoundNotSentTwice() throws Exception {
    site.lostOnTheWay = true;
    site.answerTroubles = 1;
    site.answerTrouble = Reply.status(502);
    assertThatThrownBy(() -> linkedIn.answer(rig.opened(), reply(Site.urn(12)), false))
        .isInstanceOf(Fault.class);

    Sent again = linkedIn.answer(rig.opened(), reply(Site.urn(12)), true);

    assertThat(again)
        .isEqualTo(
            new Sent.Posted(
                "linkedin:" + Site.urn(77), "https://www.linkedin.com/feed/update/" + Site.POST));
    assertThat(site.comments).hasSize(1);
    Asked asked = network.asked().get(0);
    assertThat(asked.path()).isEqualTo("/rest/socialActions/" + Site.POST + "/comments");
    assertThat(asked.body())
        .contains("\"actor\":\"urn:li:organization:1\"")
        .contains("\"object\":\"" + Site.POST + "\"")
        .contains("\"parentComment\":\"" + Site.urn(12) + "\"")
        .contains("{\"text\":\"so sorry\"}");
  }

  @Test
  void anAnswerToAPostHasNoParentCommentAndATooLongOneIsRefused() throws Exception {
    linkedIn.answer(rig.opened(), reply("urn:li:share:55"), false);

    assertThat(network.asked().get(0).body())
        .contains("\"object\":\"urn:li:share:55\"")
        .doesNotContain("parentComment");
    ReplyRequested essay =
        new ReplyRequested(
            "r-2",
            "c",
            "linkedin:x",
            "linkedin",
            "rigged",
            "c",
            "x".repeat(1_251),
            null,
            "a",
            Rig.NOON);
    assertThat(linkedIn.answer(rig.opened(), essay, false)).isInstanceOf(Sent.Refused.class);
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    IntStream.range(0, 5).forEach(n -> site.comment(n, EARLIER, "kettlery " + n));
    int crashes =
        PollCrash.at(
            IntStream.rangeClosed(1, 14),
            () -> rig(),
            ids -> ids.hasSize(5).doesNotHaveDuplicates());
    assertThat(crashes).isGreaterThanOrEqualTo(14);
  }

  @Test
  void noHostileBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    String good =
        "{\"elements\":[{\"action\":\"COMMENT\",\"generatedActivity\":\"urn:li:comment:(urn:li:activity:9,1)\","
            + "\"decoratedGeneratedActivity\":{\"comment\":{\"owner\":\"urn:li:person:x\",\"text\":\"@TEXT@\"}},"
            + "\"lastModifiedAt\":1772452000000}]}";
    int[] n = {0};
    try (Served hostile =
            new Served(asked -> new Reply(200, Map.of(), HostileBodies.body(n[0], good)));
        Rig one = new Rig(linkedIn, hostile.address(), "token", Map.of("organizations", "1"))) {
      HostileBodies.areTakenOrTold(one, 340, Duration.ofMinutes(20), body -> n[0] = body);
    }
  }

  private Rig rig() {
    return new Rig(linkedIn, network.address(), "token", Map.of("organizations", "1"));
  }

  private static ReplyRequested reply(String urn) {
    String parent = "linkedin:" + urn;
    return new ReplyRequested(
        "r-1", "case-1", parent, "linkedin", "rigged", parent, "so sorry", null, "ana", Rig.NOON);
  }
}
