package dev.frontline.routing.arrival;

import static dev.frontline.routing.Heard.NOON;
import static dev.frontline.routing.Heard.complaint;
import static dev.frontline.routing.Heard.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.mention.Match;
import dev.frontline.routing.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingOfPostsTest {

  private final RoutingDesk desk = new RoutingDesk();

  @Test
  void aComplaintOpensACaseInCustomerServiceWithPersonAndDeadline() {
    desk.hear(complaint("1").classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.department()).isEqualTo("customer-service");
    assertThat(state.assignee()).isEqualTo("ana");
    assertThat(state.due().at()).isEqualTo(NOON.plus(Duration.ofHours(8)));
    assertThat(state.route().why()).isNotEmpty();
    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void aPostWithoutLabelIsFiledWithItsReason() {
    desk.hear(post("1").classified());

    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.FILED);
    assertThat(desk.outcome("mastodon:1").event().why()).isNotEmpty();
    assertThat(desk.outcome("mastodon:1").event().caseIds()).isEmpty();
  }

  @Test
  void aSecondPostOfTheAuthorJoinsTheOpenCase() {
    desk.hear(complaint("1").classified());
    desk.hear(post("2").in("1").classified());

    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.JOINED);
    assertThat(desk.caseOf("mastodon:1").mentions()).hasSize(2);
  }

  @Test
  void anotherAuthorInTheThreadHasTheirOwnCase() {
    desk.hear(complaint("1").classified());
    desk.hear(complaint("2").by("lou").in("1").classified());

    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.OPENED);
    assertThat(desk.caseOf("mastodon:2").id()).isNotEqualTo(desk.caseOf("mastodon:1").id());
  }

  @Test
  void aRedeliveredPostChangesNothing() {
    desk.hear(complaint("1").classified());
    desk.hear(complaint("1").classified());

    assertThat(desk.caseOf("mastodon:1").version()).isEqualTo(1);
  }

  @Test
  void aPostWithinSevenDaysReopensAResolvedCase() {
    desk.hear(complaint("1").classified());
    desk.resolve("mastodon:1", NOON.plus(Duration.ofHours(1)));
    desk.hear(complaint("2").in("1").at(NOON.plus(Duration.ofDays(6))).classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.status()).isEqualTo(CaseStatus.QUEUED);
    assertThat(state.times().reopenedAt()).isEqualTo(NOON.plus(Duration.ofDays(6)));
    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.JOINED);
  }

  @Test
  void aLaterPostOpensALinkedCase() {
    desk.hear(complaint("1").classified());
    desk.resolve("mastodon:1", NOON.plus(Duration.ofHours(1)));
    desk.hear(complaint("2").in("1").at(NOON.plus(Duration.ofDays(9))).classified());

    CaseState second = desk.caseOf("mastodon:2");
    assertThat(second.linkedTo()).isEqualTo(desk.caseOf("mastodon:1").id());
    assertThat(second.id()).endsWith("-2");
  }

  @Test
  void thanksJoinAResolvedCaseWithoutReopeningIt() {
    desk.hear(complaint("1").classified());
    desk.resolve("mastodon:1", NOON.plus(Duration.ofHours(1)));
    desk.hear(post("2").labelled("praise").in("1").at(NOON.plus(Duration.ofHours(2))).classified());

    assertThat(desk.caseOf("mastodon:1").status()).isEqualTo(CaseStatus.RESOLVED);
    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.JOINED);
  }

  @Test
  void aRepostIsFoldedIntoTheCaseOnce() {
    desk.hear(complaint("1").classified());
    desk.hear(complaint("2").by("lou").repostOf("1").classified());
    desk.hear(complaint("2").by("lou").repostOf("1").classified());

    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.FOLDED);
    assertThat(desk.caseOf("mastodon:1").folded()).isEqualTo(1);
    assertThat(desk.caseOf("mastodon:1").reach()).isEqualTo(200);
  }

  @Test
  void aRepostOfAnUnknownPostGoesItsOwnWay() {
    desk.hear(complaint("2").by("lou").repostOf("1").classified());

    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void aNearCopyOfAFiledPostIsFoldedToo() {
    desk.hear(post("1").classified());
    desk.hear(post("2").nearCopyOf("1").classified());

    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.FOLDED);
  }

  @Test
  void ourOwnPostJoinsTheThreadItAnswersAndNeverOpensACase() {
    desk.hear(complaint("1").classified());
    desk.hear(post("2").own().in("1").classified());
    desk.hear(post("3").own().classified());

    assertThat(desk.caseOf("mastodon:1").mentions()).hasSize(2);
    assertThat(desk.outcome("mastodon:3").outcome()).isEqualTo(Outcome.FILED);
  }

  @Test
  void theReachOfCopiesAddsUpInTheirCaseAndEachSaysWhichCaseThatIs() {
    desk.hear(complaint("1").classified());
    desk.hear(complaint("2").by("lou").nearCopyOf("1").classified());
    desk.hear(complaint("3").by("mia").nearCopyOf("1").classified());
    desk.hear(complaint("4").by("noa").repostOf("2").classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.folded()).isEqualTo(3);
    assertThat(state.reach()).isEqualTo(400);
    for (String copy : List.of("mastodon:2", "mastodon:3", "mastodon:4")) {
      assertThat(desk.outcome(copy).outcome()).isEqualTo(Outcome.FOLDED);
      assertThat(desk.outcome(copy).event().caseIds()).containsExactly(state.id());
    }
  }

  @Test
  void aPostHeardOnTrialIsCountedAndOpensNoCase() {
    desk.hear(complaint("1").onTrial().classified());

    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.FILED);
    assertThat(desk.outcome("mastodon:1").event().rule()).isEqualTo("trial");
    assertThat(desk.outcome("mastodon:1").event().caseIds()).isEmpty();
  }

  @Test
  void aPersonMayMakeACaseOfItAndItsAuthorsFurtherPostsJoinThat() {
    desk.hear(complaint("1").onTrial().classified());
    desk.makeACase(complaint("1").onTrial(), "customer-service", "ana", NOON);
    desk.hear(complaint("2").onTrial().in("1").classified());

    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.OPENED);
    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.JOINED);
  }

  @Test
  void whatSomebodyElseHearsForGoodAfterwardsOpensItsCase() {
    desk.hear(complaint("1").onTrial().classified());
    desk.hear(complaint("1").version(2).judgedAgain(Cause.EDIT, 0, "test-1"));

    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void anEditedPostOfACaseThatStaysSaysThatItsOwnerStays() {
    desk.hear(complaint("1").classified());

    desk.hear(complaint("1").version(2).judgedAgain(Cause.EDIT, 0, "test-1"));

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.assignee()).isEqualTo("ana");
    assertThat(state.route().why())
        .endsWith("Stayed with Ana, who had it already.")
        .noneMatch(sentence -> sentence.contains("gets it"));
    assertThat(desk.outcome("mastodon:1").event().why()).isEqualTo(state.route().why());
  }

  @Test
  void whatMeetsAQueryForGoodAndOneOnTrialIsAnsweredForTheFirst() {
    desk.hear(complaint("1").onTrial().alsoAbout(Match.Kind.BRAND, "Kettlery").classified());

    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void aTextThatMayBeKeptNoLongerLeavesItsCaseAndItsCountStanding() {
    desk.hear(complaint("1").classified());
    desk.hear(complaint("1").expired(9));

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.status()).isEqualTo(CaseStatus.QUEUED);
    assertThat(state.due()).isNotNull();
    assertThat(state.mentions().get(0).mention().text()).isEmpty();
    assertThat(state.author().handle()).isNull();
    assertThat(state.history()).extracting(h -> h.what()).contains("opened", "expired");
    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void anAnswerOnTheNetworkItselfAnswersTheCaseAndStopsItsClock() {
    desk.hear(complaint("1").classified());
    desk.hear(post("2").own().in("1").at(NOON.plus(Duration.ofHours(1))).classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.status()).isEqualTo(CaseStatus.ANSWERED);
    assertThat(state.due()).isNull();
    assertThat(state.assignee()).isNull();
    assertThat(state.times().firstResponseAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(state.history()).extracting(h -> h.what()).contains("answered");
  }

  @Test
  void whoWritesAgainAfterAnAnswerOnTheNetworkHasTheSameCaseBack() {
    desk.hear(complaint("1").classified());
    desk.take("mastodon:1", "ana");
    desk.hear(post("2").own().in("1").at(NOON.plus(Duration.ofHours(1))).classified());
    desk.hear(post("3").in("1").at(NOON.plus(Duration.ofHours(2))).classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.status()).isEqualTo(CaseStatus.TAKEN);
    assertThat(state.assignee()).isEqualTo("ana");
    assertThat(state.due()).isNotNull();
  }

  @Test
  void anAnswerHeardAfterTheAuthorWroteAgainLeavesTheClockRunning() {
    desk.hear(complaint("1").classified());
    desk.hear(post("2").in("1").at(NOON.plus(Duration.ofHours(2))).classified());
    desk.hear(post("3").own().in("1").at(NOON.plus(Duration.ofHours(1))).classified());

    assertThat(desk.caseOf("mastodon:1").status()).isEqualTo(CaseStatus.QUEUED);
    assertThat(desk.caseOf("mastodon:1").due()).isNotNull();
  }

  @Test
  void aPostThatIsLookedBackAtWakesNoCaseThatIsResolved() {
    desk.hear(complaint("1").classified());
    desk.take("mastodon:1", "ana");
    desk.resolve("mastodon:1", NOON.plus(Duration.ofHours(1)));

    desk.hear(complaint("0").in("1").at(NOON.minus(Duration.ofDays(3))).lookedBack().classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.status()).isEqualTo(CaseStatus.RESOLVED);
    assertThat(state.due()).isNull();
    assertThat(state.mentions()).hasSize(2);
  }

  @Test
  void aPostThatIsLookedBackAtNeitherMovesALiveCaseNorTakesItsClock() {
    desk.hear(complaint("1").classified());
    Due due = desk.caseOf("mastodon:1").due();
    Heard past = post("0").in("1").at(NOON.minus(Duration.ofDays(3))).lookedBack();

    desk.hear(past.labelled("pr_risk", "urgent").classified());
    desk.hear(past.judgedAgain(ClassifyEvent.Cause.REFINED, 1, "system"));

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.due()).isEqualTo(due).isNotNull();
    assertThat(state.department()).isEqualTo("customer-service");
    assertThat(state.mentions()).hasSize(2);
  }

  @Test
  void aRivalsUnhappyCustomerIsAnOpportunityForSales() {
    desk.hear(complaint("1").about(Match.Kind.RIVAL, "Steamy").classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.department()).isEqualTo("sales");
    assertThat(state.opportunity()).isTrue();
    assertThat(state.brand()).isEqualTo("Steamy");
  }

  @Test
  void aRivalNamedBesideOurBrandIsNoOpportunity() {
    desk.hear(complaint("1").alsoAbout(Match.Kind.RIVAL, "Steamy").classified());

    assertThat(desk.outcome("mastodon:1").event().caseIds()).hasSize(1);
    assertThat(desk.caseOf("mastodon:1").brand()).isEqualTo("Kettlery");
  }

  @Test
  void praiseOfUsThatDamnsARivalIsNoComplaintOfOursButAChanceForSales() {
    desk.hear(
        complaint("1")
            .alsoAbout(Match.Kind.RIVAL, "Steamy")
            .sayingOf(Match.Kind.BRAND, "Kettlery", "praise")
            .sayingOf(Match.Kind.RIVAL, "Steamy", "complaint")
            .classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(desk.outcome("mastodon:1").event().caseIds()).hasSize(1);
    assertThat(state.brand()).isEqualTo("Steamy");
    assertThat(state.department()).isEqualTo("sales");
    assertThat(state.opportunity()).isTrue();
  }

  @Test
  void whoLeavesARivalAndAsksUsIsALeadOfOursAndNothingElse() {
    desk.hear(
        complaint("1")
            .alsoAbout(Match.Kind.RIVAL, "Steamy")
            .sayingOf(Match.Kind.BRAND, "Kettlery", "lead")
            .sayingOf(Match.Kind.RIVAL, "Steamy", "complaint")
            .classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(desk.outcome("mastodon:1").event().caseIds()).hasSize(1);
    assertThat(state.brand()).isEqualTo("Kettlery");
    assertThat(state.route().rule()).isEqualTo("Somebody who may buy");
    assertThat(state.mentions().get(0).classification().has("complaint")).isFalse();
  }

  @Test
  void eachOfTwoBrandsOfOursGetsWhatIsSaidOfIt() {
    desk.hear(
        complaint("1")
            .alsoAbout(Match.Kind.BRAND, "Brewpot")
            .sayingOf(Match.Kind.BRAND, "Kettlery", "complaint")
            .sayingOf(Match.Kind.BRAND, "Brewpot", "praise")
            .classified());

    assertThat(desk.outcome("mastodon:1").event().caseIds()).hasSize(1);
    assertThat(desk.caseOf("mastodon:1").brand()).isEqualTo("Kettlery");
  }

  @Test
  void anUnsurePostWaitsInTriageUntilAPersonSaysWhatItIs() {
    desk.hear(post("1").unsure().classified());
    assertThat(desk.caseOf("mastodon:1").department()).isEqualTo("triage");

    desk.hear(complaint("1").saidByAPerson().judgedAgain(Cause.HUMAN, 1_000, "lea"));

    assertThat(desk.caseOf("mastodon:1").department()).isEqualTo("customer-service");
    assertThat(desk.caseOf("mastodon:1").due().kind()).isEqualTo("first_response");
    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void whatAPersonSaidInBackFillCountsFromWhenTheySaidIt() {
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    Instant anHourLater = yesterday.plus(Duration.ofHours(1));
    desk.hear(post("1").unsure().backFilledAt(yesterday).classified());

    desk.hear(
        complaint("1")
            .backFilledAt(yesterday)
            .saidByAPersonAt(anHourLater)
            .judgedAgain(Cause.HUMAN, anHourLater.toEpochMilli(), "lea"));

    assertThat(desk.outcome("mastodon:1").event().routedAt()).isEqualTo(anHourLater);
  }

  @Test
  void aPersonMayFileWhatWaitsInTriage() {
    desk.hear(post("1").unsure().classified());
    desk.hear(post("1").saidByAPerson().labelled("noise").judgedAgain(Cause.HUMAN, 1_000, "lea"));

    assertThat(desk.caseOf("mastodon:1").status()).isEqualTo(CaseStatus.RESOLVED);
    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.FILED);
  }

  @Test
  void aPersonsLabelOnAFiledPostOpensACase() {
    desk.hear(post("1").classified());
    desk.hear(post("1").saidByAPerson().labelled("lead").judgedAgain(Cause.HUMAN, 1_000, "lea"));

    assertThat(desk.caseOf("mastodon:1").department()).isEqualTo("sales");
    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void aModelNeverOverrulesAPerson() {
    desk.hear(post("1").classified());
    desk.hear(post("1").saidByAPerson().labelled("lead").judgedAgain(Cause.HUMAN, 1_000, "lea"));
    desk.hear(post("1").judgedAgain(Cause.REFINED, 2_000, "test-2"));

    assertThat(desk.caseOf("mastodon:1").department()).isEqualTo("sales");
    assertThat(desk.caseOf("mastodon:1").status()).isEqualTo(CaseStatus.QUEUED);
  }

  @Test
  void aTakenCaseKeepsItsPlaceAndGetsASuggestionAndRises() {
    desk.hear(complaint("1").classified());
    desk.take("mastodon:1", "ana");
    desk.hear(complaint("1").labelled("pr_risk").judgedAgain(Cause.REFINED, 1_000, "test-2"));

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.department()).isEqualTo("customer-service");
    assertThat(state.suggestion().department()).isEqualTo("pr");
    assertThat(state.priority()).isEqualTo(Priority.HIGH);
  }

  @Test
  void anUntouchedCaseIsRoutedAnewWhenItIsJudgedOtherwise() {
    desk.hear(complaint("1").classified());
    desk.hear(post("1").labelled("lead").judgedAgain(Cause.REFINED, 1_000, "test-2"));

    assertThat(desk.caseOf("mastodon:1").department()).isEqualTo("sales");
    assertThat(desk.caseOf("mastodon:1").assignee()).isEqualTo("ben");
  }

  @Test
  void aWithdrawnPostIsEmptiedAndEndsItsCase() {
    desk.hear(complaint("1").saying("secret words").classified());
    desk.hear(complaint("1").withdrawn(2));

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.status()).isEqualTo(CaseStatus.RESOLVED);
    assertThat(state.mentions().get(0).withdrawn()).isTrue();
    assertThat(state.toString()).doesNotContain("secret words");
    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void aWithdrawnRepostCountsNoMore() {
    desk.hear(complaint("1").classified());
    desk.hear(complaint("2").by("lou").repostOf("1").classified());
    desk.hear(complaint("2").by("lou").repostOf("1").withdrawn(2));

    assertThat(desk.caseOf("mastodon:1").folded()).isZero();
    assertThat(desk.caseOf("mastodon:1").reach()).isEqualTo(100);
  }

  @Test
  void aPostFromLongAgoOpensAQuietCaseWithoutClockOrPerson() {
    desk.hear(complaint("1").lookedBack().classified());

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.quiet()).isTrue();
    assertThat(state.due()).isNull();
    assertThat(state.assignee()).isNull();
  }

  @Test
  void backFillIsDecidedAtItsOwnTime() {
    desk.hear(complaint("1").backFilledAt(NOON.minus(Duration.ofDays(2))).classified());

    assertThat(desk.caseOf("mastodon:1").times().openedAt())
        .isEqualTo(NOON.minus(Duration.ofDays(2)));
  }

  @Test
  void postsOfAnErasedAuthorAreDropped() {
    desk.erase("mastodon:kim");
    desk.hear(complaint("1").classified());

    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(desk.outcome("mastodon:1").event().caseIds()).isEmpty();
  }

  @Test
  void aTriageCaseOfTwoPostsIsFiledOnceAPersonSaidOfBothThatTheyNeedNobody() {
    desk.hear(post("1").unsure().classified());
    desk.hear(post("2").in("1").unsure().classified());

    desk.hear(post("1").saidByAPerson().judgedAgain(Cause.HUMAN, 1_000, "lea"));
    assertThat(desk.caseOf("mastodon:1").status()).isEqualTo(CaseStatus.QUEUED);
    desk.hear(post("2").in("1").saidByAPerson().judgedAgain(Cause.HUMAN, 1_001, "lea"));

    assertThat(desk.caseOf("mastodon:1").status()).isEqualTo(CaseStatus.RESOLVED);
    assertThat(desk.outcome("mastodon:2").outcome()).isEqualTo(Outcome.FILED);
  }

  @Test
  void whatWasFiledOutOfTriageComesBackWhenAPersonMakesItACase() {
    Heard filed = post("1").saidByAPerson();
    Instant later = NOON.plus(Duration.ofDays(1));
    desk.hear(post("1").unsure().classified());
    desk.hear(filed.judgedAgain(Cause.HUMAN, 1_000, "lea"));

    desk.makeACase(filed, "sales", "lea", later);

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.status()).isEqualTo(CaseStatus.QUEUED);
    assertThat(state.department()).isEqualTo("sales");
    assertThat(state.outcome()).isNull();
    assertThat(state.due().at()).isEqualTo(later.plus(Duration.ofHours(8)));
    assertThat(desk.outcome("mastodon:1").outcome()).isEqualTo(Outcome.OPENED);
    assertThat(desk.outcome("mastodon:1").event().department()).isEqualTo("sales");
  }

  @Test
  void whatWasFiledLongAgoComesBackAsTheSameCase() {
    Heard filed = post("1").saidByAPerson();
    desk.hear(post("1").unsure().classified());
    desk.hear(filed.judgedAgain(Cause.HUMAN, 1_000, "lea"));
    String before = desk.outcome("mastodon:1").event().caseIds().get(0);

    desk.makeACase(filed, "sales", "lea", NOON.plus(Duration.ofDays(30)));

    assertThat(desk.outcome("mastodon:1").event().caseIds()).containsExactly(before);
  }

  @Test
  void aCopyInAnotherConversationThatComesAheadOfItsOriginalIsFoldedIntoIt() {
    desk.hear(
        List.of(
            complaint("copy").by("lou").nearCopyOf("orig").classified(),
            complaint("again").by("lou").in("copy").classified(),
            complaint("orig").classified()));

    assertThat(desk.outcome("mastodon:copy").outcome()).isEqualTo(Outcome.FOLDED);
    assertThat(desk.caseOf("mastodon:orig").folded()).isEqualTo(1);
    assertThat(desk.outcome("mastodon:again").outcome()).isEqualTo(Outcome.OPENED);
  }

  @Test
  void copiesOfOneAnotherAreBothDecidedInTheirConversationsOrder() {
    List<ClassifyEvent> batch =
        List.of(
            complaint("a").nearCopyOf("b").classified(),
            complaint("a2").in("a").classified(),
            complaint("b").by("lou").nearCopyOf("a").classified());

    assertThat(BatchOrder.of(batch)).containsExactlyElementsOf(batch);
  }

  @Test
  void anAuthorsWordsAndNameAreGoneWithTheirLastPost() {
    desk.hear(complaint("1").classified());
    desk.hear(complaint("2").in("1").at(NOON.plusSeconds(60)).classified());
    assertThat(desk.caseOf("mastodon:1").route().why()).anyMatch(w -> w.contains("\"leaks\""));
    assertThat(desk.outcome("mastodon:2").event().why()).noneMatch(w -> w.contains("leaks"));

    desk.hear(complaint("1").withdrawn(2));
    desk.hear(complaint("2").in("1").withdrawn(2));

    CaseState state = desk.caseOf("mastodon:1");
    assertThat(state.route().why()).noneMatch(w -> w.contains("leaks"));
    assertThat(state.history()).noneMatch(line -> line.text().contains("kim"));
  }
}
