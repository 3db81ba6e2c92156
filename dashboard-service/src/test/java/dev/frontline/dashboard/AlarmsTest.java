package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class AlarmsTest {

  @Test
  void what_verdicts_have_moved_is_explained_and_can_be_reset() {
    lena()
        .get("/alarms")
        .then()
        .statusCode(200)
        .body(containsString("10 % higher: it takes more to ring"))
        .body(containsString("Complaints &lt;b&gt;late"))
        .body(containsString("Back to the bars as shipped"));
    anna().get("/alarms").then().body(not(containsString("Back to the bars as shipped")));
    lena()
        .formParam("brand", "Aurora")
        .post("/alarms/reset")
        .then()
        .body(containsString("ring as they did at first"));
    lena().get("/api/v1/alarms/bars").then().body("items[0].bars[0].factor", equalTo(1.1f));
    lena().post("/api/v1/alarms/bars/Nobody/reset").then().statusCode(404);
  }

  @Test
  void a_backtest_shows_both_settings_side_by_side() {
    lena()
        .get("/alarms?brand=Aurora&days=7&bar=120")
        .then()
        .statusCode(200)
        .body(containsString("As it is set now"))
        .body(containsString("With all bars at 120 %"))
        .body(containsString("1 alarm</b>: 0 right, 1 false, 0 unjudged; 1 missed"))
        .body(containsString("60 posts within 30 minutes where 9.0 are usual"))
        .body(containsString("class=\"told false\""))
        .body(containsString("class=\"told missed\""))
        .body(containsString("1 more rang because people told one story"));
    lena()
        .get("/alarms?brand=Aurora&days=7&bar=900")
        .then()
        .statusCode(200)
        .body(containsString("0.3 to 3"));
    lena().get("/api/v1/alarms/backtest?brand=Aurora&bar=1.2").then().statusCode(200);
    lena()
        .get("/api/v1/alarms/backtest?brand=Aurora&bar=high")
        .then()
        .statusCode(422)
        .body("allowed", hasItem("0.3 to 3"));
  }

  @Test
  void the_score_is_told_to_programs_too() {
    lena().get("/api/v1/alarms/score").then().statusCode(200).body("items", notNullValue());
  }
}
