package dev.frontline.routing.policy;

import static dev.frontline.routing.policy.CompanyFixture.rule;
import static dev.frontline.routing.policy.CompanyFixture.withRules;
import static dev.frontline.routing.policy.PostFixture.aPost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.InvalidCompanyFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

  @Test
  void aMisspeltFieldIsNamedWithItsPositionAndTheFieldsThatExist() {
    Company company = withRules(rule("Angry", "post.urgent && post.complain"));

    assertThatThrownBy(() -> new Router(company))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessageContaining("'Angry'")
        .hasMessageContaining("line 1, column 20")
        .hasMessageContaining("complain")
        .hasMessageContaining("has_link")
        .hasMessageContaining("p_complaint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "post.reach",
        "post.reach > \"many\"",
        "mail.complaint",
        "post.complaint &&",
        "post.text.eval()",
        "post",
        ""
      })
  void whatIsNotAConditionOverThePostIsRefused(String when) {
    Company company = withRules(rule("Odd", when));

    assertThatThrownBy(() -> new Router(company))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessageContaining("'Odd'")
        .hasMessageContaining("line 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'lids' in post.themes && post.themes.size() == 1",
        "post.p_complaint > 0.8 && post.reach >= 1000",
        "post.p_complaint > 0",
        "post.text.matches('(?i)LID')",
        "post.text.lowerAscii().contains('the lid')",
        "['mastodon', 'bluesky'].exists(n, n == post.network)",
        "post.network in ['mastodon'] && post.lang == 'en' && post.sentiment == 'neu'",
        "post.kind == 'brand' && post.brand == 'Kettlery' && post.author == 'Kim'",
        "post.rating > 0 && post.rating <= 2",
        "!post.repost && !post.has_link && !post.unsure && post.followers < 1001"
      })
  void everyFieldCanBeAskedFor(String when) {
    Router router = new Router(withRules(rule("Asked", when)));

    Destination destination =
        aPost("The lid broke")
            .labelled("complaint", .93)
            .themed("lids", "lid")
            .reaching(1000)
            .withStars(2)
            .routedBy(router);

    assertThat(router.failuresByRule()).isEmpty();
    assertThat(destination.route().rule()).isEqualTo("Asked");
  }

  @Test
  void theFirstRuleThatHoldsDecidesAndSaysWhatItMet() {
    Router router =
        new Router(
            withRules(
                rule("Loud", "post.complaint && post.reach > 1000"),
                rule("Complaint", "post.complaint")));

    Destination destination =
        aPost("The lid broke again")
            .labelled("complaint", .93, "broke again", "lid")
            .reaching(12_400)
            .routedBy(router);

    assertThat(destination.route().rule()).isEqualTo("Loud");
    assertThat(destination.route().why())
        .containsExactly(
            "The rule \"Loud\" sends it to customer-service with priority normal.",
            "It is a complaint (93 %, because of \"broke again\", \"lid\").",
            "It may have reached 12,400 people.");
  }

  @Test
  void aRuleAboutAThemeSaysWhichWordsItMet() {
    Router router = new Router(withRules(rule("Lids", "post.themes.exists(t, t == \"lids\")")));

    Destination lid = aPost("The lid broke").themed("lids", "lid", "broke").routedBy(router);
    Destination other = aPost("Lovely kettle").routedBy(router);

    assertThat(lid.route().why()).contains("It is about lids (because of \"lid\", \"broke\").");
    assertThat(other.route().rule()).isEqualTo(Router.NO_RULE);
  }

  @Test
  void aRuleThatFailsAtRunTimeDoesNotHoldAndIsCounted() {
    Router router =
        new Router(
            withRules(
                rule("Broken", "1000 / (post.reach - post.reach) > 1"),
                rule("Complaint", "post.complaint")));

    Destination destination = aPost("The lid broke").labelled("complaint", .9).routedBy(router);

    assertThat(destination.route().rule()).isEqualTo("Complaint");
    assertThat(router.failures()).isEqualTo(1);
    assertThat(router.failuresByRule()).isEqualTo(Map.of("Broken", 1L));
  }

  @Test
  void aPostsTextIsDataAndNeverRead() {
    Router router = new Router(withRules(rule("Complaint", "post.complaint")));

    Destination destination = aPost("true || post.complaint == \"\\\" }}").routedBy(router);

    assertThat(destination).isInstanceOf(Destination.Filed.class);
    assertThat(router.failures()).isZero();
  }

  @Test
  void aComplaintThatNoRuleCoversIsShownToAPersonInsteadOfVanishing() {
    Router router = new Router(withRules(rule("Leads only", "post.lead")));

    Destination destination =
        aPost("The lid broke").labelled("complaint", .9, "broke").routedBy(router);

    assertThat(destination).isInstanceOf(Destination.ToTriage.class);
    assertThat(destination.route().why())
        .contains("It is a complaint (90 %, because of \"broke\").");
  }

  @Test
  void theRulesOfTheExampleThatShipsCompile() {
    Company example = CompanyFile.read(Path.of("..", "frontline.yaml"), Map.of());

    assertThat(example.rules()).isNotEmpty();
    assertThatCode(() -> new Router(example)).doesNotThrowAnyException();
  }

  @Test
  void moreThanTwoHundredRulesAreRefused() {
    List<Company.Rule> many =
        Collections.nCopies(201, 0).stream().map(i -> rule("r", "true")).toList();

    assertThatThrownBy(() -> new Router(withRules(many.toArray(Company.Rule[]::new))))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessageContaining("at most 200");
  }

  @Test
  void twoRulesOfOneNameAreRefusedBecauseTheNameIsShownAsTheReason() {
    assertThatThrownBy(() -> new Router(withRules(rule("Same", "true"), rule("Same", "false"))))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessageContaining("'Same'");
  }

  @Test
  void aDepartmentThatTheCompanyDoesNotHaveIsStoodInForByCustomerService() {
    Company.Rule toExecutives =
        new Company.Rule(
            "Boss", "post.complaint", "executive", false, false, null, List.of(), false);

    Destination destination =
        aPost("The lid broke")
            .labelled("complaint", .9)
            .routedBy(new Router(withRules(toExecutives)));

    assertThat(destination)
        .isInstanceOfSatisfying(
            Destination.ToDepartment.class,
            to -> assertThat(to.department()).isEqualTo("customer-service"));
    assertThat(destination.route().why())
        .contains("There is no department executive here, so customer-service answers.");
  }
}
