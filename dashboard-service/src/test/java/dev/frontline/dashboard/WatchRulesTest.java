package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
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
class WatchRulesTest {

  private static final String RULES = "/api/v1/watch-rules";

  @Test
  void rules_are_listed_added_changed_removed_and_tried() {
    lena()
        .get(RULES)
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].fired[0].brand", equalTo("Aurora"));
    lena()
        .contentType(ContentType.JSON)
        .body("{\"name\":\"Loud\",\"when\":\"volume ×4\",\"people\":[\"lena\"]}")
        .post(RULES)
        .then()
        .statusCode(201)
        .body("name", equalTo("Loud"));
    lena()
        .contentType(ContentType.JSON)
        .body("{\"version\":2,\"name\":\"Louder\",\"when\":\"volume ×4\"}")
        .put(RULES + "/w-1")
        .then()
        .statusCode(200)
        .body("name", equalTo("Louder"));
    lena()
        .contentType(ContentType.JSON)
        .body("{\"when\":\"volume ×3\"}")
        .post(RULES + "/dry-run")
        .then()
        .statusCode(200)
        .body("fired", equalTo(3));
    lena().contentType(ContentType.JSON).delete(RULES + "/w-1").then().statusCode(204);
  }

  @Test
  void what_was_not_understood_is_refused_with_its_field_and_what_is_allowed() {
    anna()
        .contentType(ContentType.JSON)
        .body("{\"name\":\"x\",\"when\":\"nonsense\"}")
        .post(RULES)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("field", equalTo("when"))
        .body("allowed", hasItem("volume ×3"));
    anna()
        .formParam("name", "mine")
        .formParam("when", "nonsense")
        .formParam("people", "anna")
        .post("/watch-rules/keep")
        .then()
        .statusCode(200)
        .body(containsString("was not understood"))
        .body(containsString("value=\"nonsense\""));
  }

  @Test
  void the_page_shows_rules_as_text_and_what_they_told() {
    lena()
        .get("/watch-rules")
        .then()
        .statusCode(200)
        .body(containsString("Loud &lt;b&gt;voices"))
        .body(containsString("40 posts &lt;i&gt;where 10 are usual."))
        .body(containsString("<option value=\"PT2H\" selected>"))
        .body(not(containsString("<b>voices")));
    lena()
        .formParam("when", "volume ×3")
        .post("/watch-rules/try")
        .then()
        .statusCode(200)
        .body(containsString("Would have told 3 times in the last 14 days"))
        .body(containsString("14 days of them recorded"));
    lena()
        .formParam("id", "w-1")
        .post("/watch-rules/remove")
        .then()
        .body(containsString("It is gone"));
  }
}
