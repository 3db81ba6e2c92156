package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class ModelsTest {

  @Test
  void the_lead_sees_every_version_with_its_figures() {
    lena()
        .get("/api/v1/models")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("items.version", hasItems("m-1+2", "m-1+1", "m-1"))
        .body("items[0].labels.complaint.heldOut.right.after", equalTo(90.0f));
  }

  @Test
  void the_lead_lets_it_learn_compare_and_judge() {
    lena().post("/api/v1/models/retrain").then().statusCode(200).body("version", equalTo("m-1+2"));
    lena()
        .pathParam("v", "m-1+1")
        .get("/api/v1/models/{v}/differences")
        .then()
        .statusCode(200)
        .body("version", equalTo("m-1+1"))
        .body("items[0].excerpt", containsString("card app"));
    lena()
        .pathParam("v", "m-1+1")
        .post("/api/v1/models/{v}/activate")
        .then()
        .statusCode(200)
        .body("version", equalTo("m-1+1"));
  }

  @Test
  void a_refusal_is_told_as_classify_told_it() {
    lena()
        .pathParam("v", "gone")
        .post("/api/v1/models/{v}/activate")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("allowed", hasItems("m-1"));
  }

  @Test
  void models_are_nothing_for_those_who_answer_posts() {
    anna().get("/api/v1/models").then().statusCode(403).body("allowed", hasItems("social-lead"));
    anna().post("/api/v1/models/retrain").then().statusCode(403);
    anna().get("/models").then().statusCode(403);
    anna().get("/inbox").then().body(not(containsString("href=\"/models\"")));
  }

  @Test
  void the_page_shows_what_was_learned_and_why_a_version_was_refused() {
    lena()
        .get("/models")
        .then()
        .statusCode(200)
        .body(containsString("href=\"/models\""))
        .body(containsString("m-1+2"))
        .body(containsString("160 words of 2 people on 150 posts"))
        .body(containsString("25.0 \u2192 90.0"))
        .body(containsString("+40.0 to +80.0"))
        .body(containsString("lead gets worse on the invented posts"))
        .body(containsString("Without the words of <b>Anna Agent</b>"))
        .body(containsString("&lt;b&gt;"))
        .body(not(containsString("<b>bold")));
  }

  @Test
  void a_click_learns_lets_judge_and_compares() {
    lena()
        .post("/models/retrain")
        .then()
        .statusCode(200)
        .body(containsString("m-1+2 was learned and judges from now on."));
    lena()
        .formParam("version", "m-1+1")
        .post("/models/activate")
        .then()
        .statusCode(200)
        .body(containsString("m-1+1 judges from now on."));
    lena()
        .formParam("version", "gone")
        .post("/models/activate")
        .then()
        .statusCode(200)
        .body(containsString("There is no such model"));
    lena()
        .queryParam("version", "m-1+1")
        .get("/models/differences")
        .then()
        .statusCode(200)
        .body(containsString("12 more, 1 fewer"))
        .body(containsString("The card app &lt;i&gt;"));
  }
}
