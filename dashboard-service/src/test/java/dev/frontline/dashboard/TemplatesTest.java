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
class TemplatesTest {

  @Test
  void playbooks_and_alerts_are_shown_as_text_and_edited_by_who_may() {
    lena()
        .get("/templates")
        .then()
        .statusCode(200)
        .body(containsString("Call &lt;b&gt;them"))
        .body(containsString("Aurora: &lt;i&gt;what happened"))
        .body(containsString("<code>{title}</code>"))
        .body(containsString("Back to how it was"));
    anna().get("/templates").then().body(not(containsString("Back to how it was")));
    lena()
        .formParam("kind", "safety")
        .formParam("version", 2)
        .formParam("lines", "One\nTwo")
        .post("/templates/playbook")
        .then()
        .body(containsString("The playbook is kept"));
    lena()
        .formParam("kind", "safety")
        .formParam("lines", "One")
        .post("/templates/playbook")
        .then()
        .body(containsString("it needs steps"));
    lena()
        .formParam("of", "playbook")
        .formParam("kind", "safety")
        .post("/templates/reset")
        .then()
        .body(containsString("as it was before"));
  }

  @Test
  void programs_can_do_the_same() {
    lena().get("/api/v1/playbooks").then().body("items[0].origin", equalTo("edited"));
    lena()
        .contentType(ContentType.JSON)
        .body("{\"version\":2,\"steps\":[]}")
        .put("/api/v1/playbooks/safety")
        .then()
        .statusCode(422)
        .body("allowed", hasItem("1 to 30 steps"));
    lena()
        .contentType(ContentType.JSON)
        .delete("/api/v1/playbooks/safety?version=2")
        .then()
        .statusCode(200);
    lena()
        .contentType(ContentType.JSON)
        .body("{\"version\":0,\"title\":\"{brand}\",\"lines\":[\"{lines}\"]}")
        .put("/api/v1/notification-templates/lead")
        .then()
        .statusCode(200);
    lena().get("/api/v1/notification-templates").then().body("items[0].shipped", equalTo(true));
  }
}
