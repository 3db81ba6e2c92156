package dev.frontline.routing.policy;

import static dev.frontline.routing.policy.PostFixture.aPost;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.mention.Match;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultRulesTest {

  private final Router router = new Router(CompanyFixture.withRules());

  static Stream<Arguments> posts() {
    return Stream.of(
        Arguments.of(aPost("boils over").labelled("pr_risk", .9), "pr", Priority.HIGH),
        Arguments.of(
            aPost("it is on fire").labelled("pr_risk", .9).labelled("urgent", .8),
            "pr",
            Priority.URGENT),
        Arguments.of(
            aPost("lid broke").labelled("complaint", .9), "customer-service", Priority.NORMAL),
        Arguments.of(
            aPost("lid broke").labelled("complaint", .9).reaching(10_001),
            "customer-service",
            Priority.HIGH),
        Arguments.of(
            aPost("scalded").labelled("complaint", .9).labelled("urgent", .8).reaching(10_001),
            "customer-service",
            Priority.URGENT),
        Arguments.of(
            aPost("where to buy?").labelled("lead", .7).labelled("question", .9),
            "sales",
            Priority.HIGH),
        Arguments.of(
            aPost("how to descale?").labelled("question", .9), "customer-service", Priority.NORMAL),
        Arguments.of(
            aPost("love it").labelled("praise", .9).byAnAuthorWith(50_001),
            "marketing",
            Priority.LOW));
  }

  @ParameterizedTest
  @MethodSource("posts")
  void aPostThatNeedsSomebodyGoesToTheDepartmentThatKnowsBest(
      PostFixture post, String department, Priority priority) {
    assertThat(post.routedBy(router))
        .isInstanceOfSatisfying(
            Destination.ToDepartment.class,
            to -> {
              assertThat(to.department()).isEqualTo(department);
              assertThat(to.priority()).isEqualTo(priority);
              assertThat(to.opportunity()).isFalse();
            });
  }

  @Test
  void aRivalsUnhappyCustomerIsAChanceForSalesAndNeverACaseForCustomerService() {
    Destination destination =
        aPost("their lid broke too")
            .labelled("complaint", .9)
            .heardAs(Match.Kind.RIVAL, "Pottery & Sons")
            .routedBy(router);

    assertThat(destination)
        .isInstanceOfSatisfying(
            Destination.ToDepartment.class,
            to -> {
              assertThat(to.department()).isEqualTo("sales");
              assertThat(to.priority()).isEqualTo(Priority.NORMAL);
              assertThat(to.opportunity()).isTrue();
              assertThat(to.route().why())
                  .contains("It is about the rival Pottery & Sons, not about us.");
            });
  }

  @Test
  void otherPostsThatAreNotAboutUsAreFiledEvenWhereTheClassifierIsUnsure() {
    Destination destination =
        aPost("nice")
            .ofWhichTheClassifierIsUnsure()
            .heardAs(Match.Kind.TOPIC, "tea")
            .routedBy(router);

    assertThat(destination).isInstanceOf(Destination.Filed.class);
  }

  @Test
  void whatTheClassifierIsUnsureOfWaitsForAPersonWithTheNearestLabels() {
    Destination destination =
        aPost("hm")
            .labelled("complaint", .48)
            .labelled("question", .41)
            .ofWhichTheClassifierIsUnsure()
            .routedBy(router);

    assertThat(destination).isInstanceOf(Destination.ToTriage.class);
    assertThat(destination.route().why())
        .contains("The classifier is unsure; nearest: a complaint 48 %, a question 41 %.");
  }

  @Test
  void whatNoMachineMayJudgeIsReadByAPersonInsteadOfVanishing() {
    Destination destination = aPost("the lid broke").routedUnjudgedBy(router);

    assertThat(destination).isInstanceOf(Destination.ToTriage.class);
    assertThat(destination.route().why())
        .containsExactly(
            "Its network's terms forbid to judge it by machine, so a person has to look.");
  }

  @Test
  void whatNoMachineMayJudgeAndIsNotAboutUsNeedsNobody() {
    assertThat(aPost("nice weather").heardAs(Match.Kind.TOPIC, "tea").routedUnjudgedBy(router))
        .isInstanceOf(Destination.Filed.class);
  }

  @Test
  void onePostAboutSomebodyWhoWasHurtIsEnoughEvenWhereTheClassifierIsUnsure() {
    Destination destination =
        aPost("the lid came off and scalded my son")
            .labelled("pr_risk", .85)
            .ofWhichTheClassifierIsUnsure()
            .routedBy(router);

    assertThat(destination)
        .isInstanceOfSatisfying(
            Destination.ToDepartment.class,
            to -> {
              assertThat(to.department()).isEqualTo("pr");
              assertThat(to.priority()).isEqualTo(Priority.URGENT);
              assertThat(to.route().why()).contains("What is at risk: safety.");
            });
  }

  @Test
  void plainPraiseIsFiledWithTheWordsThatMadeItPraise() {
    Destination destination =
        aPost("love my kettle").labelled("praise", .88, "love my").routedBy(router);

    assertThat(destination).isInstanceOf(Destination.Filed.class);
    assertThat(destination.route().why())
        .containsExactly("Needs nobody: it is praise (88 %, because of \"love my\").");
  }

  @Test
  void aPostWithoutAnyLabelIsFiledWithTheNearestOne() {
    Destination destination = aPost("kettle").labelled("complaint", .12).routedBy(router);

    assertThat(destination.route().why())
        .containsExactly("Needs nobody: no label holds; nearest: a complaint 12 %.");
  }
}
