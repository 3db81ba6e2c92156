package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
import static dev.frontline.dashboard.Callers.odin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class NotificationsTest {

  private static final String NOTIFICATIONS = "/api/v1/notifications";

  @Test
  void the_log_is_told_as_routing_tells_it() {
    lena()
        .get(NOTIFICATIONS)
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].state", equalTo("unknown"))
        .body("items[0].log[0].what", containsString("no answer"));
    lena().queryParam("state", "sent").get(NOTIFICATIONS).then().body("total", equalTo(0));
  }

  @Test
  void one_is_sent_again_and_what_is_not_there_is_refused() {
    lena().post(NOTIFICATIONS + "/bGVhZA/replay").then().statusCode(200);
    lena()
        .post(NOTIFICATIONS + "/bm9uZQ/replay")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void settings_are_read_changed_and_refused_with_what_is_allowed() {
    anna().get(NOTIFICATIONS + "/settings").then().body("quiet.from", equalTo("20:00"));
    anna()
        .contentType(ContentType.JSON)
        .body("{\"version\":4,\"mail\":\"anna@air.example\"}")
        .put(NOTIFICATIONS + "/settings")
        .then()
        .statusCode(200)
        .body("mail", equalTo("anna@air.example"));
    anna()
        .contentType(ContentType.JSON)
        .body("{\"version\":4,\"mail\":\"nowhere\"}")
        .put(NOTIFICATIONS + "/settings")
        .then()
        .statusCode(422)
        .body("allowed", hasItem("ana@example.com"));
  }

  @Test
  void ops_names_the_sink_that_is_broken() {
    odin().get("/api/v1/ops").then().body("sinks[0].health", equalTo("closed"));
    odin()
        .get("/ops")
        .then()
        .statusCode(200)
        .body(containsString("answered 410: gone &lt;u&gt;"))
        .body(containsString("7 sent, 1 unknown"));
  }

  @Test
  void the_page_shows_the_log_as_text_and_offers_tests_to_those_who_run_it() {
    odin()
        .get("/notifications")
        .then()
        .statusCode(200)
        .body(containsString("Lead: Kim &lt;i&gt;now"))
        .body(not(containsString("<i>now")))
        .body(containsString("gave &lt;b&gt;no answer"))
        .body(containsString("it may be there twice, or not"))
        .body(containsString("Send a test to press-channel"))
        .body(containsString("placeholder=\"anna@air.example\""));
    anna().get("/notifications").then().body(not(containsString("Send a test to")));
  }

  @Test
  void a_click_sends_again_tests_and_keeps_settings() {
    odin()
        .formParam("id", "bGVhZA")
        .post("/notifications/replay")
        .then()
        .body(containsString("It is sent again."));
    odin()
        .formParam("sink", "sales-channel")
        .post("/notifications/test")
        .then()
        .body(containsString("A test is on its way"));
    anna()
        .formParam("version", "4")
        .formParam("mail", "anna@air.example")
        .formParam("choose", "own")
        .formParam("kind", "lead", "risk-rising")
        .formParam("from", "")
        .formParam("to", "")
        .formParam("digest", "PT1H")
        .post("/notifications/settings")
        .then()
        .body(containsString("Your settings are kept."));
    anna()
        .formParam("version", "4")
        .formParam("mail", "nowhere")
        .post("/notifications/settings")
        .then()
        .body(containsString("Invalid value"))
        .body(containsString("Allowed: ana@example.com"));
  }
}
