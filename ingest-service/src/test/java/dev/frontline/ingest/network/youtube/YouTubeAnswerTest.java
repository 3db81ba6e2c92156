package dev.frontline.ingest.network.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class YouTubeAnswerTest {

  private final Tube tube = new Tube();
  private final YouTube youtube = new YouTube();
  private int tokens;
  private String accepted = "token-1";
  private boolean revoked;
  private final Served network = new Served(this::serve);
  private final Rig rig = rig(file());

  private Rig rig(String secret) {
    return new Rig(youtube, network.address(), secret, Map.of("channels", "UC1"));
  }

  private String file() {
    return "{\"type\":\"authorized_user\",\"client_id\":\"c\",\"client_secret\":\"s\",\"refresh_token\":"
        + "\"1//r\",\"token_uri\":\""
        + network.address()
        + "/token\"}";
  }

  private Reply serve(Asked asked) {
    if (asked.path().equals("/token")) {
      return revoked
          ? new Reply(400, Map.of(), "{\"error\":\"invalid_grant\"}")
          : Reply.json("{\"access_token\":\"token-" + ++tokens + "\",\"expires_in\":3600}");
    }
    return asked.headers().getOrDefault("Authorization", "").equals("Bearer " + accepted)
        ? tube.answer(asked)
        : Reply.status(401);
  }

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void anAnswerStandsBelowItsThreadAndCostsFiftyUnits() throws Exception {
    tube.say("U1", "kettlery", Rig.NOON);
    long before = rig.quotaLeft();

    Sent sent = youtube.answer(rig.opened(), reply("youtube:U1.3"), false);

    assertThat(sent)
        .isEqualTo(new Sent.Posted("youtube:U1.a0", "https://www.youtube.com/watch?v=v1&lc=U1.a0"));
    assertThat(before - rig.quotaLeft()).isEqualTo(50);
  }

  @Test
  void anAnswerWhoseResponseWasLostIsFoundAndNotSentAgain() throws Exception {
    tube.say("U1", "kettlery", Rig.NOON);
    tube.losesAnswers = true;

    assertThatThrownBy(() -> youtube.answer(rig.opened(), reply("youtube:U1"), false))
        .isInstanceOf(Fault.class);
    Sent sent = youtube.answer(rig.opened(), reply("youtube:U1"), true);

    assertThat(sent).isInstanceOf(Sent.Posted.class);
    assertThat(tube.inserted).isEqualTo(1);
  }

  @Test
  void anAnswerThatCannotBeFoundIsLeftToAPerson() throws Exception {
    tube.say("U1", "kettlery", Rig.NOON);

    Sent sent = youtube.answer(rig.opened(), reply("youtube:U1"), true);

    assertThat(sent).isInstanceOf(Sent.Unknown.class);
    assertThat(tube.inserted).isZero();
  }

  @Test
  void aKeyThatOnlyReadsIsKnownNotToAnswer() throws Exception {
    try (Rig reading = rig("key")) {
      assertThat(youtube.mayAnswer("key")).isFalse();
      assertThat(youtube.answer(reading.opened(), reply("youtube:U1"), false))
          .isInstanceOf(Sent.Refused.class);
    }
    assertThat(youtube.mayAnswer(file())).isTrue();
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnceAndReadingGoesOn() {
    tube.say("U1", "kettlery", Rig.NOON);
    rig.turn();
    accepted = "token-2";
    tube.say("U2", "kettlery", Rig.NOON.plusSeconds(500));

    rig.run(Duration.ofMinutes(11));

    assertThat(rig.posted()).hasSize(2);
    assertThat(tokens).isEqualTo(2);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void anAccountThatWasRevokedNeedsAPerson() {
    revoked = true;

    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
    assertThat(rig.trouble()).contains("invalid_grant");
  }

  private static ReplyRequested reply(String mention) {
    return new ReplyRequested(
        "r-1", "case-1", mention, "youtube", "rigged", mention, "so sorry", null, "ana", Rig.NOON);
  }
}
