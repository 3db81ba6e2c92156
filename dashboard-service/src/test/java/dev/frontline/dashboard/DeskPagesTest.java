package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
import static dev.frontline.dashboard.Callers.sam;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What the pages' buttons do, over HTTP. */
@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class DeskPagesTest {

  @Inject EventPublisher publisher;

  @ConfigProperty(name = "test.stub")
  String stub;

  @Test
  void what_needs_nobody_in_triage_is_said_of_its_labels_so_that_the_classifier_learns()
      throws Exception {
    String one = aKnownCase("case-p1", "No idea what this is", "triage");
    String two = aKnownCase("case-p2", "Nor this", "triage");

    lena()
        .get("/cases/case-p1")
        .then()
        .body(containsString("id=\"say-complaint\""))
        .body(containsString("id=\"file-it\""));
    lena().post("/cases/case-p1/file").then().statusCode(200);
    lena()
        .formParam("case", "case-p2")
        .formParam("action", "file")
        .post("/inbox/bulk")
        .then()
        .statusCode(200)
        .body(containsString("1 case done."));

    String none =
        "\"labels\":{\"complaint\":false,\"lead\":false,\"pr_risk\":false,\"question\":false}}";
    assertThat(given().get(stub + "/test/labels").asString())
        .contains("{\"mention\":\"" + one + "\"," + none)
        .contains("{\"mention\":\"" + two + "\"," + none);
  }

  @Test
  void several_cases_are_taken_or_resolved_at_once_and_lists_are_filtered() throws Exception {
    aKnownCase("case-p3", "Bulk marmalade one", "customer-service");
    aKnownCase("case-p4", "Bulk marmalade two", "customer-service");
    aKnownCase("case-p5", "Bulk marmalade three", "sales");

    anna()
        .formParam("case", "case-p3", "case-p5")
        .formParam("action", "resolve")
        .post("/inbox/bulk?q=marmalade&state=any")
        .then()
        .statusCode(200)
        .body(containsString("1 case done."))
        .body(containsString("marmalade two"))
        .body(not(containsString("marmalade three")));
    lena().get("/inbox?q=marmalade").then().body(containsString("marmalade three"));
    lena()
        .get("/inbox?q=marmalade&department=sales")
        .then()
        .body(not(containsString("marmalade two")));
    anna()
        .formParam("case", "case-p4")
        .formParam("action", "explode")
        .post("/inbox/bulk?q=marmalade")
        .then()
        .statusCode(400);
    anna().get("/inbox?q=marmalade&label=lead").then().body(containsString("Nothing here."));
    anna().get("/inbox?q=marmalade&assignee=none").then().body(containsString("marmalade two"));
  }

  @Test
  void the_words_that_drove_a_label_are_marked_and_what_the_post_wrote_stays_text()
      throws Exception {
    Mention post =
        Fixture.aPost(
            "mastodon:https://social.example/case-p12",
            "<mark onclick=\"x()\">late again</mark>, charged twice");
    known(Fixture.aCase("case-p12", post, "customer-service"), "charged twice");

    anna()
        .get("/cases/case-p12")
        .then()
        .body(
            containsString(
                "&lt;mark onclick=&quot;x()&quot;&gt;<mark class=\"complaint\" tabindex=\"0\""
                    + " data-why=\"Complaint, 93 %, by the fast model m-1.\">late"
                    + " again</mark>&lt;/mark&gt;, <mark class=\"theme\" tabindex=\"0\""
                    + " data-why=\"About billing.\">charged twice</mark>"));
    anna().get("/inbox?q=charged&theme=billing").then().body(containsString("case-p12"));
    anna().get("/inbox?q=charged&theme=delivery").then().body(containsString("Nothing here."));
    anna()
        .queryParam("theme", "billing")
        .queryParam("q", "charged")
        .get("/api/v1/cases")
        .then()
        .body("items[0].mentions[0].themes[0].name", equalTo("billing"))
        .body("items[0].mentions[0].themes[0].why", hasItem("charged twice"));
  }

  @Test
  void what_is_said_of_a_rival_stands_beside_what_is_said_of_us() throws Exception {
    Mention post =
        Fixture.aPost(
            "mastodon:https://social.example/case-p13", "late again. Boreal is never late <3");
    known(
        Fixture.aCase(
            "case-p13", post, Fixture.aComplaintBesidePraiseOfARival(), "customer-service"),
        "Boreal");

    anna()
        .get("/cases/case-p13")
        .then()
        .body(containsString("About Aurora: complaint."))
        .body(containsString("About the rival Boreal: praise."));
    anna()
        .get("/api/v1/cases/case-p13")
        .then()
        .body("mentions[0].labels.keySet()", hasItem("complaint"))
        .body("mentions[0].about[1].name", equalTo("Boreal"))
        .body("mentions[0].about[1].kind", equalTo("rival"))
        .body("mentions[0].about[1].labels.praise.why", hasItem("never late"))
        .body("mentions[0].about[1].sentiment", equalTo("pos"));
  }

  @Test
  void the_lead_sees_which_words_rise_each_with_a_post_that_has_them() {
    lena()
        .get("/now")
        .then()
        .body(containsString("<a href=\"/mentions/" + MentionKey.of("mastodon:p1")))
        .body(containsString("purple trolley"))
        .body(containsString("9 people in 3 h, 0.4 expected"));
    lena()
        .get("/api/v1/rising")
        .then()
        .body("items[0].term", equalTo("purple trolley"))
        .body("items[0].authors", equalTo(9))
        .body("items[0].key", equalTo(MentionKey.of("mastodon:p1")));
    given().get("/api/v1/rising").then().statusCode(401);
  }

  @Test
  void a_draft_is_kept_for_who_sees_the_case_and_is_no_longer_than_an_answer() throws Exception {
    aKnownCase("case-p6", "Where is my seat?", "customer-service");

    anna().formParam("text", "Half a wo").post("/cases/case-p6/draft").then().statusCode(204);
    anna().get("/cases/case-p6").then().body(containsString("Half a wo"));
    lena().get("/cases/case-p6").then().body(not(containsString("Half a wo")));
    sam().formParam("text", "Me, too").post("/cases/case-p6/draft").then().statusCode(403);
    anna()
        .formParam("text", "x".repeat(5_001))
        .post("/cases/case-p6/draft")
        .then()
        .statusCode(422)
        .body("detail", containsString("5,000"));
    anna().formParam("text", "").post("/cases/case-p6/draft").then().statusCode(204);
    anna().get("/cases/case-p6").then().body(not(containsString("Half a wo")));
  }

  @Test
  void a_label_of_another_departments_case_cannot_be_said() throws Exception {
    String post = aKnownCase("case-p7", "Twelve seats to Oslo?", "sales");
    aKnownCase("case-p8", "Lost again", "customer-service");

    anna()
        .formParam("mention", post)
        .formParam("label", "noise")
        .formParam("holds", "true")
        .post("/cases/case-p7/label")
        .then()
        .body(containsString("This case is in Sales now."));
    anna()
        .formParam("mention", post)
        .formParam("label", "noise")
        .formParam("holds", "true")
        .post("/cases/case-p8/label")
        .then()
        .statusCode(404);

    assertThat(given().get(stub + "/test/labels").asString()).doesNotContain(post);
  }

  @Test
  void the_lists_of_people_and_departments_offer_only_what_is_allowed() throws Exception {
    aKnownCase("case-p9", "Is there a vegan menu?", "customer-service");

    anna()
        .get("/cases/case-p9")
        .then()
        .body(containsString("<option value=\"anna\""))
        .body(not(containsString("<option value=\"sam\"")));
  }

  @Test
  void a_case_that_somebody_works_on_is_taken_over_by_who_may_own_it_and_by_nobody_else()
      throws Exception {
    Mention post = Fixture.aPost("mastodon:https://social.example/case-p10", "Row 12 is wet");
    CaseState bens = Fixture.takenBy("ben", Fixture.aCase("case-p10", post, "customer-service"));
    known(bens, "Row 12 is wet");

    lena().get("/cases/case-p10").then().body(not(containsString("id=\"take\"")));
    anna()
        .get("/cases/case-p10")
        .then()
        .body(containsString("Owned by <b>ben</b>"))
        .body(containsString("/do/take-over"));
    anna()
        .formParam("version", "1")
        .post("/cases/case-p10/do/take-over")
        .then()
        .statusCode(200)
        .body(containsString("Owned by <b>Anna Agent</b>"))
        .body(containsString("name=\"version\" value=\"3\""))
        .body(not(containsString("id=\"take\"")));
    anna().formParam("version", "x").post("/cases/case-p10/do/take-over").then().statusCode(400);
  }

  @Test
  void nobody_becomes_somebody_else_outside_the_demo() {
    anna().formParam("user", "lena").post("/demo/switch").then().statusCode(404);
    anna().get("/demo/story").then().statusCode(404);
  }

  private String aKnownCase(String id, String text, String department) throws Exception {
    Mention post = Fixture.aPost("mastodon:https://social.example/" + id, text);
    known(Fixture.aCase(id, post, department), text);
    return post.id();
  }

  private void known(CaseState opened, String text) throws Exception {
    String id = opened.id();
    given().body(Json.MAPPER.writeValueAsString(opened)).post(stub + "/test/cases");
    publisher.publish(List.of(Fixture.opened(opened)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> lena().get("/api/v1/cases/" + id).then().body("id", equalTo(id)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                lena()
                    .queryParam("q", text)
                    .get("/api/v1/cases")
                    .then()
                    .body("items.id", hasItem(id)));
  }
}
