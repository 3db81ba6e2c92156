package dev.frontline.routing.arrival;

import static dev.frontline.routing.Heard.NOON;
import static dev.frontline.routing.Heard.complaint;
import static dev.frontline.routing.Heard.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.mention.Match;
import dev.frontline.routing.alert.CaseAlerting;
import dev.frontline.routing.alert.CaseAlerts;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told at once about posts that were routed. */
class AlertsOfPostsTest {

  private final RoutingDesk desk = new RoutingDesk();
  private final List<String> gone = new ArrayList<>();

  @Test
  void aLeadIsToldToSalesOnce() {
    desk.hear(post("l").labelled("lead").saying("Which kettle for an office?").classified());

    Notice notice = only();
    assertThat(notice.kind()).isEqualTo(NoticeKind.LEAD);
    assertThat(notice.department()).isEqualTo("sales");
    assertThat(notice.title()).isEqualTo("Lead: kim on mastodon, Kettlery");
    assertThat(notice.lines()).first().isEqualTo("“Which kettle for an office?”");
    assertThat(notice.link()).isEqualTo("/cases/" + desk.caseOf("mastodon:l").id());
    assertThat(notice.id()).isEqualTo(desk.caseOf("mastodon:l").id() + "#lead");
  }

  @Test
  void aLeadThatIsNotSureEnoughWaitsInTheListUntold() {
    desk.hear(post("l").quietlyLabelled("lead").classified());

    assertThat(desk.caseOf("mastodon:l").department()).isEqualTo("sales");
    assertThat(told()).isEmpty();
  }

  @Test
  void aRiskThatIsNotSureEnoughIsToldWithLessUrgency() {
    desk.hear(post("sure").by("lou").labelled("pr_risk").classified());
    desk.hear(post("doubtful").quietlyLabelled("pr_risk").classified());

    assertThat(told())
        .extracting(Notice::kind, Notice::urgency)
        .containsExactly(
            tuple(NoticeKind.RISK_QUEUED, Urgency.HIGH),
            tuple(NoticeKind.RISK_QUEUED, Urgency.NORMAL));
  }

  @Test
  void aSecondPostOfALeadIsNotToldAgain() {
    desk.hear(post("l").labelled("lead").classified());
    desk.hear(post("m").labelled("lead").in("l").classified());

    assertThat(only().kind()).isEqualTo(NoticeKind.LEAD);
  }

  @Test
  void anUrgentComplaintIsToldToCustomerServiceAndAnOrdinaryOneIsNot() {
    desk.hear(complaint("slow").by("lou").classified());
    desk.hear(complaint("now").labelled("urgent").classified());

    Notice notice = only();
    assertThat(notice.kind()).isEqualTo(NoticeKind.URGENT_COMPLAINT);
    assertThat(notice.department()).isEqualTo("customer-service");
    assertThat(notice.urgency()).isEqualTo(Urgency.HIGH);
  }

  @Test
  void aRiskToTheNameIsToldToThePress() {
    desk.hear(complaint("r").labelled("pr_risk").classified());

    Notice notice = only();
    assertThat(notice.kind()).isEqualTo(NoticeKind.RISK_QUEUED);
    assertThat(notice.department()).isEqualTo("pr");
  }

  @Test
  void aStoryIsToldToThePressOnceForEachBrand() {
    desk.hear(complaint("a").by("lou").labelled("pr_risk").telling("a").classified());
    desk.hear(complaint("b").by("kim").labelled("pr_risk").telling("a").classified());
    desk.hear(
        complaint("c")
            .by("max")
            .labelled("pr_risk")
            .telling("a")
            .about(Match.Kind.BRAND, "Brewpot")
            .classified());

    assertThat(told()).extracting(Notice::brand).containsExactly("Kettlery", "Brewpot");
  }

  @Test
  void aCaseInHandThatTurnsIntoARiskIsToldToThePressAndToItsOwner() {
    desk.hear(complaint("c").classified());
    desk.take("mastodon:c", "ana");

    desk.hear(complaint("c").labelled("pr_risk").version(2).judgedAgain(Cause.EDIT, 1, "system"));

    Notice notice = only();
    assertThat(notice.kind()).isEqualTo(NoticeKind.RISK_RISING);
    assertThat(notice.department()).isEqualTo("pr");
    assertThat(notice.people()).containsExactly("ana");
  }

  @Test
  void aCaseInHandThatBecomesUrgentByAnotherPostIsToldOnce() {
    desk.hear(complaint("c").classified());
    desk.take("mastodon:c", "ana");
    desk.hear(complaint("d").in("c").labelled("urgent").classified());
    desk.hear(complaint("e").in("c").labelled("urgent").classified());

    Notice notice = only();
    assertThat(notice.kind()).isEqualTo(NoticeKind.URGENT_COMPLAINT);
    assertThat(notice.people()).containsExactly("ana");
  }

  @Test
  void whatWasLookedBackAtOrBackFilledIsNotTold() {
    desk.hear(post("h").labelled("lead").lookedBack().classified());
    desk.hear(
        post("b")
            .by("lou")
            .labelled("lead")
            .backFilledAt(NOON.minus(Duration.ofDays(1)))
            .classified());

    assertThat(told()).isEmpty();
  }

  @Test
  void aRivalsUnhappyCustomerIsAnOpportunity() {
    desk.hear(complaint("rival").about(Match.Kind.RIVAL, "Steamy").classified());

    assertThat(only().kind()).isEqualTo(NoticeKind.OPPORTUNITY);
  }

  @Test
  void theWordsOfAWithdrawnPostAreTakenBack() {
    desk.hear(post("l").labelled("lead").classified());
    desk.hear(post("l").withdrawn(2));

    told();
    assertThat(gone).containsExactly(desk.caseOf("mastodon:l").id());
  }

  private Notice only() {
    assertThat(told()).hasSize(1);
    return told().get(0);
  }

  /** Each notice once by its id, as the store keeps them. */
  private List<Notice> told() {
    Map<String, Notice> told = new LinkedHashMap<>();
    gone.clear();
    new CaseAlerting(
            new CaseAlerts(StoreFixture.COMPANY),
            notices -> notices.forEach(n -> told.putIfAbsent(n.id(), n)),
            gone::addAll)
        .hear(desk.told());
    return List.copyOf(told.values());
  }
}
