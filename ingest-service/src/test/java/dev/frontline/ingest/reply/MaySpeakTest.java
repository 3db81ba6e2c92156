package dev.frontline.ingest.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.speaking.Channel;
import dev.frontline.kit.speaking.Speaker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ana is an agent; nobody else of that company is known. */
class MaySpeakTest {

  private static final Speaker PRESS = new Speaker("sky~1", "acme", null, List.of("pr"), null);
  private static final Speaker HELP = new Speaker("sky~2", "acme_help", null, List.of(), null);

  private final MaySpeak speaking =
      new MaySpeak(CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of()));

  @Test
  void whoHasNotTheRoleMayNotSpeakByTheAccount() {
    assertThat(refusal("acme", "ana").orElse(""))
        .contains("ana may not speak by acme")
        .contains("pr");
    assertThat(refusal("acme_help", "ana")).isEmpty();
    assertThat(refusal("sky~2", "ana")).isEmpty();
  }

  @Test
  void whereNoneIsNamedTheFirstOneSpeaksAndItsRolesCount() {
    assertThat(refusal(null, "ana")).isPresent();
  }

  @Test
  void whomTheCompanyDoesNotKnowSpeaksOnlyByWhatIsEverybodys() {
    assertThat(refusal("acme", "mallory")).isPresent();
    assertThat(refusal("acme", "service:demo")).isEmpty();
  }

  @Test
  void anAccountThatIsNotThereAndOneInTroubleDoNotSpeak() {
    Speaker broken = new Speaker("sky~3", "acme", null, List.of(), "it must be connected anew");

    assertThat(refusal("acme_old", "ana").orElse("")).contains("acme_old");
    assertThat(speaking.refusal(here(broken), reply("acme", "ana")).orElse(""))
        .contains("connected anew");
  }

  @Test
  void aSourceWithoutNamedAccountsSpeaksAsBefore() {
    assertThat(speaking.refusal(here(), reply("anything", "ana"))).isEmpty();
  }

  @Test
  void aSourcesOwnLimitHoldsWithoutNamedAccounts() {
    Channel limited = new Channel("sky", true, null, 300, List.of(), List.of("pr"), false);

    assertThat(speaking.refusal(limited, reply(null, "ana")).orElse(""))
        .contains("ana may not answer through sky", "pr");
    assertThat(speaking.refusal(limited, reply(null, "mallory"))).isPresent();
    assertThat(speaking.refusal(limited, reply(null, "service:demo"))).isEmpty();
  }

  private Optional<String> refusal(@Nullable String account, String by) {
    return speaking.refusal(here(PRESS, HELP), reply(account, by));
  }

  private static Channel here(Speaker... speakers) {
    return new Channel("sky", true, null, 300, List.of(speakers), List.of(), false);
  }

  private static ReplyRequested reply(@Nullable String account, String by) {
    return new ReplyRequested(
        "r-1", "c-1", "bluesky:1", "bluesky", "sky", "bluesky:1", "Hi", account, by, Rig.NOON);
  }
}
