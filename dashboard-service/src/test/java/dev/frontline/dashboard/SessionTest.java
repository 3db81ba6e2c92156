package dev.frontline.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class SessionTest {

  @Inject EventPublisher publisher;

  @ConfigProperty(name = "test.stub")
  String stub;

  @Test
  void a_session_is_opened_by_the_form_and_its_cookie_is_not_for_scripts() {
    Response answer = signIn("anna", "anna-password");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.getDetailedCookie("frontline-session").isHttpOnly()).isTrue();
    assertThat(answer.getDetailedCookie("frontline-session").getSameSite()).isEqualTo("Lax");
    assertThat(signIn("anna", "wrong").statusCode()).isEqualTo(401);
    given().redirects().follow(false).get("/inbox").then().statusCode(303);
    given()
        .cookie("frontline-session", answer.getCookie("frontline-session") + "x")
        .get("/api/v1/cases")
        .then()
        .statusCode(401);
  }

  @Test
  void a_changing_request_by_session_needs_the_token_and_by_basic_it_does_not() throws Exception {
    aKnownCase("case-s1", "Where is my refund?");
    Cookies session = signIn("anna", "anna-password").getDetailedCookies();
    String token = session.getValue("csrf-token");

    given()
        .cookies(session)
        .contentType("application/json")
        .body("{\"version\":1}")
        .post("/api/v1/cases/case-s1/take")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given()
        .cookies(session)
        .header("X-CSRF-TOKEN", token)
        .contentType("application/json")
        .body("{\"version\":1}")
        .post("/api/v1/cases/case-s1/take")
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    given()
        .auth()
        .preemptive()
        .basic("anna", "anna-password")
        .contentType("application/json")
        .body("{\"version\":2}")
        .post("/api/v1/cases/case-s1/resolve")
        .then()
        .statusCode(200)
        .body("state", equalTo("resolved"));
  }

  @Test
  void pages_show_posts_as_text_and_what_can_be_done() throws Exception {
    aKnownCase("case-s2", "<script>alert('x')</script> & nothing works");
    Cookies session = signIn("anna", "anna-password").getDetailedCookies();

    given()
        .cookies(session)
        .get("/inbox?q=nothing")
        .then()
        .statusCode(200)
        .body(containsString("&lt;script&gt;alert"))
        .body(not(containsString("<script>alert")));
    given()
        .cookies(session)
        .header("X-CSRF-TOKEN", session.getValue("csrf-token"))
        .formParam("text", "We are on it")
        .post("/cases/case-s2/draft")
        .then()
        .statusCode(204);
    given()
        .cookies(session)
        .get("/cases/case-s2")
        .then()
        .statusCode(200)
        .body(containsString("We are on it"))
        .body(containsString("late again"))
        .body(containsString("The rule complaints holds."))
        .body(not(containsString("<script>alert")));
    given()
        .cookies(session)
        .header("X-CSRF-TOKEN", session.getValue("csrf-token"))
        .formParam("version", "1")
        .post("/cases/case-s2/do/take")
        .then()
        .statusCode(200)
        .body(containsString("Owned by <b>Anna Agent</b>"));
    given().cookies(session).get("/now").then().statusCode(200);
    given().cookies(session).get("/ops").then().statusCode(403);
    Cookies lead = signIn("lena", "lena-password").getDetailedCookies();
    given().cookies(lead).get("/ops").then().statusCode(200).body(containsString("accepted"));
    given().cookies(lead).get("/now").then().body(containsString("Nobody owns these"));
  }

  @Test
  void no_page_lets_a_library_add_styles_that_the_browser_would_block() {
    Cookies session = signIn("lena", "lena-password").getDetailedCookies();

    for (String page :
        List.of("/sign-in", "/inbox", "/now", "/posts", "/ops", "/models", "/notifications")) {
      given()
          .cookies(session)
          .get(page)
          .then()
          .header("Content-Security-Policy", containsString("default-src 'self'"))
          .body(containsString("\"includeIndicatorStyles\":false"))
          .body(not(containsString(" style=")));
    }
  }

  private void aKnownCase(String id, String text) throws Exception {
    Mention post = Fixture.aPost("mastodon:https://social.example/" + id, text);
    CaseState opened = Fixture.aCase(id, post, "customer-service");
    given().body(Json.MAPPER.writeValueAsString(opened)).post(stub + "/test/cases");
    publisher.publish(List.of(Fixture.opened(opened)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .preemptive()
                    .basic("anna", "anna-password")
                    .get("/api/v1/cases/" + id)
                    .then()
                    .statusCode(200));
  }

  private static Response signIn(String user, String password) {
    return given()
        .redirects()
        .follow(false)
        .formParam("user", user)
        .formParam("password", password)
        .formParam("next", "/inbox")
        .post("/sign-in");
  }
}
