package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.odin;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class AccountsPageTest {

  @Inject EventPublisher publisher;

  @ConfigProperty(name = "test.stub")
  String stub;

  @Test
  void the_page_says_who_each_account_is_what_it_may_and_until_when() {
    odin()
        .get("/accounts")
        .then()
        .statusCode(200)
        .body(containsString("Aurora &lt;b&gt;Air&lt;/b&gt;"))
        .body(containsString("within 5 days"))
        .body(containsString("write:statuses"))
        .body(containsString("2026-12-03T12:00:00Z"))
        .body(containsString("a token of the environment"))
        .body(containsString("type=\"password\""))
        .body(not(containsString("javascript:alert")));
  }

  @Test
  void whoever_answers_posts_connects_nothing() {
    anna().get("/accounts").then().statusCode(403);
    anna().get("/api/v1/accounts").then().statusCode(403).body("allowed", hasItem("ops"));
    anna().get("/inbox").then().body(not(containsString("href=\"/accounts\"")));
    given().get("/api/v1/accounts").then().statusCode(401);
  }

  @Test
  void a_password_connects_and_a_wrong_one_is_told_but_not_shown_again() {
    odin()
        .formParam("source", "sky")
        .formParam("f.handle", "aurora.example")
        .formParam("f.password", "right-password")
        .post("/accounts/connect")
        .then()
        .body(containsString("is connected to masto: it reads and answers."))
        .body(not(containsString("right-password")));
    odin()
        .formParam("source", "sky")
        .formParam("f.handle", "aurora.example")
        .formParam("f.password", "wrong")
        .post("/accounts/connect")
        .then()
        .body(containsString("Bluesky does not accept it. It said 401."));
  }

  @Test
  void consent_sends_the_browser_off_and_takes_what_it_brings_back() {
    odin()
        .formParam("source", "masto")
        .post("/accounts/consent")
        .then()
        .statusCode(200)
        .header("HX-Redirect", containsString("https://masto.example/oauth"))
        .header("HX-Redirect", containsString("/accounts/callback"));
    odin()
        .get("/accounts/callback?state=s-1&code=good-code")
        .then()
        .statusCode(200)
        .body(containsString("aurora is connected"));
    odin()
        .get("/accounts/callback?state=s-1&code=other")
        .then()
        .body(containsString("Mastodon gave no token"));
    odin()
        .queryParam("error_description", "<script>")
        .get("/accounts/callback")
        .then()
        .body(containsString("did not agree: &lt;script&gt;"));
  }

  @Test
  void accounts_are_tried_limited_to_roles_and_forgotten() {
    odin().formParam("id", "masto~42").post("/accounts/test").then().body(containsString("works"));
    odin()
        .formParam("id", "masto~42")
        .formParam("role", "sales", "pr")
        .post("/accounts/roles")
        .then()
        .body(containsString("Only sales, pr, the social lead and admins speak by it."));
    odin()
        .formParam("id", "masto~42")
        .post("/accounts/remove")
        .then()
        .body(containsString("is forgotten"));
    odin()
        .contentType("application/json")
        .body(Map.of("roles", List.of("sales")))
        .put("/api/v1/accounts/masto~42/roles")
        .then()
        .statusCode(200)
        .body("roles", equalTo(List.of("sales")));
    odin().get("/api/v1/accounts").then().body("items[0].handle", equalTo("aurora"));
  }

  @Test
  void a_case_offers_the_accounts_that_its_reader_may_speak_by() throws Exception {
    known("case-a1", "two-accounts", "Hello @aurora_help");

    anna()
        .get("/cases/case-a1")
        .then()
        .body(containsString("<option value=\"aurora_help\" selected>aurora_help (Aurora Help)"))
        .body(containsString("<option value=\"aurora\" >"))
        .body(not(containsString("aurora_sales")))
        .body(containsString("500 characters at most"));
    anna()
        .formParam("version", "1")
        .formParam("text", "We look into it")
        .formParam("account", "aurora")
        .post("/cases/case-a1/do/replies")
        .then()
        .statusCode(200);
    given().get(stub + "/test/cases/case-a1").then().body("outcomeNote", equalTo("aurora"));
  }

  @Test
  void a_case_that_cannot_be_answered_here_leads_to_the_network_and_is_marked_answered()
      throws Exception {
    known("case-a2", "elsewhere", "Where is my bag");

    anna()
        .get("/cases/case-a2")
        .then()
        .body(containsString("It cannot be answered from here."))
        .body(containsString("Its network takes no answers from here."))
        .body(containsString("href=\"https://social.example/1\""))
        .body(containsString("Mark answered"))
        .body(not(containsString("Send answer")));
    anna()
        .formParam("version", "1")
        .formParam("url", "https://social.example/2")
        .post("/cases/case-a2/do/answered")
        .then()
        .statusCode(200)
        .body(containsString("class=\"status answered\""))
        .body(not(containsString("Mark answered")));
  }

  private void known(String id, String source, String text) throws Exception {
    CaseState opened =
        Fixture.aCase(
            id,
            Fixture.heardBy(source, Fixture.aPost("mastodon:https://social.example/" + id, text)),
            "customer-service");
    given().body(Json.MAPPER.writeValueAsString(opened)).post(stub + "/test/cases");
    publisher.publish(List.of(Fixture.opened(opened)));
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> anna().get("/cases/" + id).statusCode() == 200);
  }
}
