package dev.frontline.routing.casefile;

import static dev.frontline.routing.Heard.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.speaking.Channel;
import dev.frontline.kit.speaking.Channels;
import dev.frontline.kit.speaking.Speaker;
import dev.frontline.routing.Heard;
import dev.frontline.routing.placement.Placement;
import dev.frontline.routing.placement.Placing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnsweringByAccountsTest {

  private static final Company COMPANY =
      CompanyFile.read(Path.of("src/test/resources/company.yaml"), Map.of());
  private static final Actor ANA = new Actor("ana", Set.of("agent"), Set.of("customer-service"));
  private static final Actor LEA = new Actor("lea", Set.of("social-lead"), Set.of());
  private static final Speaker PRESS =
      new Speaker("masto~7", "kettlery_press", null, List.of("pr"), null);
  private static final Speaker BRAND = new Speaker("masto~1", "kettlery", null, List.of(), null);
  private static final Speaker HELP =
      new Speaker("masto~2", "kettlery_help", null, List.of(), null);

  private final Placing placing = new Placing(COMPANY);

  @Test
  void theBrandsFirstAccountSpeaksWhereNoneIsNamed() {
    assertThat(account(reply(aCase("It leaks"), here(HELP, BRAND), ANA, null)))
        .isEqualTo("kettlery");
  }

  @Test
  void theAccountThatThePostAddressesSpeaksFirst() {
    assertThat(account(reply(aCase("Hey @kettlery_help, it leaks"), here(BRAND, HELP), ANA, null)))
        .isEqualTo("kettlery_help");
    assertThat(account(reply(aCase("Hey @Kettlery. It leaks"), here(HELP, BRAND), ANA, null)))
        .isEqualTo("kettlery");
  }

  @Test
  void whereTheAddressedOneIsNotTheirsAnotherSpeaksByDefault() {
    assertThat(account(reply(aCase("@kettlery_press, it leaks"), here(PRESS, BRAND), ANA, null)))
        .isEqualTo("kettlery");
  }

  @Test
  void aNamedAccountSpeaksForWhoeverMay() {
    assertThat(account(reply(aCase("It leaks"), here(BRAND, HELP), ANA, "@kettlery_help")))
        .isEqualTo("kettlery_help");
    assertThat(account(reply(aCase("It leaks"), here(BRAND, PRESS), LEA, "kettlery_press")))
        .isEqualTo("kettlery_press");
  }

  @Test
  void whoMayNotSpeakByAnAccountIsToldWhoMay() {
    assertThat(reply(aCase("It leaks"), here(BRAND, PRESS), ANA, "kettlery_press"))
        .isInstanceOfSatisfying(
            Refusal.Forbidden.class,
            refusal -> {
              assertThat(refusal.detail()).contains("kettlery_press");
              assertThat(refusal.allowed()).contains("pr", "social-lead");
            });
  }

  @Test
  void aSourceThatOnlySomeRolesMayAnswerThroughIsLimitedWithoutAnyAccountToo() {
    Channel limited = new Channel("hooks", true, null, 0, List.of(), List.of("pr"), false);

    assertThat(reply(aCase("It leaks"), source -> Optional.of(limited), ANA, null))
        .isInstanceOfSatisfying(
            Refusal.Forbidden.class,
            refusal -> {
              assertThat(refusal.detail()).contains("hooks");
              assertThat(refusal.allowed()).contains("pr", "social-lead");
            });
    assertThat(account(reply(aCase("It leaks"), source -> Optional.of(limited), LEA, "kettlery")))
        .isEqualTo("kettlery");
  }

  @Test
  void theSourcesLimitHoldsForEveryAccountThatIsConnectedToIt() {
    Channel limited = new Channel("hooks", true, null, 0, List.of(HELP), List.of("pr"), false);

    assertThat(reply(aCase("It leaks"), source -> Optional.of(limited), ANA, "kettlery_help"))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  void anAccountThatIsNotConnectedIsRefusedWithThoseThatAre() {
    assertThat(reply(aCase("It leaks"), here(BRAND, PRESS), ANA, "kettlery_old"))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("account");
              assertThat(refusal.allowed()).containsExactly("kettlery");
            });
  }

  @Test
  void anAccountInTroubleLeavesItsPlaceToTheNext() {
    Speaker signedOut =
        new Speaker("masto~1", "kettlery", null, List.of(), "it must be connected anew");

    assertThat(account(reply(aCase("It leaks"), here(signedOut, HELP), ANA, null)))
        .isEqualTo("kettlery_help");
    assertThat(reply(aCase("It leaks"), here(signedOut), ANA, null))
        .isInstanceOfSatisfying(
            Refusal.NotNow.class, r -> assertThat(r.detail()).contains("connected anew"));
  }

  @Test
  void whatCannotBeAnsweredFromHereIsRefusedBeforeAnythingIsWritten() {
    Channel elsewhere =
        new Channel(
            "hooks", false, "Its network takes no answers.", 0, List.of(), List.of(), false);

    assertThat(reply(aCase("It leaks"), source -> Optional.of(elsewhere), ANA, null))
        .isInstanceOfSatisfying(
            Refusal.NotNow.class,
            refusal -> {
              assertThat(refusal.detail()).contains("takes no answers");
              assertThat(refusal.allowed()).contains("answered");
            });
  }

  @Test
  void aNetworkThatWantsToBeSummonedTakesAnswersOnlyToPostsThatNameTheAccount() {
    Channel summoned = new Channel("hooks", true, null, 0, List.of(BRAND), List.of(), true);

    assertThat(reply(aCase("kettlery leaks"), s -> Optional.of(summoned), ANA, null))
        .isInstanceOf(Refusal.NotNow.class);
    assertThat(account(reply(aCase("@kettlery it leaks"), s -> Optional.of(summoned), ANA, null)))
        .isEqualTo("kettlery");
  }

  @Test
  void whatWasAnsweredOnTheNetworkItselfStopsTheClock() {
    CaseState open = aCase("It leaks");
    assertThat(open.due()).isNotNull();

    Change change =
        (Change) answered(open, ANA, "https://news.example/item?id=2", Duration.ofMinutes(7));

    CaseState next = change.state();
    assertThat(next.status()).isEqualTo(CaseStatus.ANSWERED);
    assertThat(next.due()).isNull();
    assertThat(next.assignee()).isEqualTo("ana");
    assertThat(next.times().firstResponseAt()).isEqualTo(NOON.plus(Duration.ofMinutes(7)));
    assertThat(next.history().get(next.history().size() - 1).text())
        .contains("itself")
        .contains("https://news.example/item?id=2");
    assertThat(change.events()).hasOnlyElementsOfType(CaseEvent.AnsweredElsewhere.class);
    assertThat(change.replies()).isEmpty();
    assertThat(answered(next, ANA, null, Duration.ofMinutes(8))).isInstanceOf(Refusal.NotNow.class);
  }

  @Test
  void anAddressThatIsNoneIsNotKept() {
    assertThat(answered(aCase("It leaks"), ANA, "javascript:alert(1)", Duration.ofMinutes(7)))
        .isInstanceOfSatisfying(Refusal.Invalid.class, r -> assertThat(r.field()).isEqualTo("url"));
  }

  private Decision answered(CaseState state, Actor actor, @Nullable String url, Duration after) {
    return new Commands(COMPANY, placing, Channels.UNKNOWN)
        .decide(
            state, new Command.Answered(state.version(), url), actor, Map.of(), NOON.plus(after));
  }

  private Decision reply(
      CaseState state, Channels channels, Actor actor, @Nullable String account) {
    return new Commands(COMPANY, placing, channels)
        .decide(
            state,
            new Command.Reply(state.version(), "We are sorry.", account, null),
            actor,
            Map.of(),
            NOON);
  }

  private static @Nullable String account(Decision decision) {
    assertThat(decision).isInstanceOf(Change.class);
    return ((ReplyRequested) ((Change) decision).replies().get(0)).account();
  }

  private static Channels here(Speaker... speakers) {
    return source ->
        Optional.of(new Channel(source, true, null, 500, List.of(speakers), List.of(), false));
  }

  private CaseState aCase(String text) {
    Heard post = Heard.complaint("1").saying(text);
    Placement placement =
        new Placement(
            "customer-service",
            Priority.NORMAL,
            null,
            placing.firstResponse(Priority.NORMAL, NOON),
            new Route("An unhappy customer", List.of("It leaks.")),
            false);
    return Opening.open(
            "c-1",
            "Kettlery",
            post.mention(),
            post.classification(),
            placement,
            NOON,
            "system",
            null)
        .state();
  }
}
