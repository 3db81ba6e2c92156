package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
import static dev.frontline.dashboard.Callers.odin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class ListeningTest {

  @Test
  void sources_are_told_as_a_list() {
    odin()
        .get("/api/v1/sources")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.state", hasItems("listening", "needs attention"))
        .body("items[1].usualPerHour", equalTo(4.5f));
  }

  @Test
  void a_source_is_paused_resumed_and_read_again() {
    odin().post("/api/v1/sources/masto/pause").then().statusCode(200);
    odin().post("/api/v1/sources/masto/resume").then().statusCode(200);
    odin()
        .contentType("application/json")
        .body(Map.of("from", "2026-11-20T09:15:00Z"))
        .post("/api/v1/sources/masto/reread")
        .then()
        .statusCode(200);
    odin()
        .contentType("application/json")
        .body(Map.of("from", "yesterday"))
        .post("/api/v1/sources/masto/reread")
        .then()
        .statusCode(422);
    odin().post("/api/v1/sources/gone/pause").then().statusCode(404);
  }

  @Test
  void queries_are_listed_added_changed_and_tried() {
    lena().get("/api/v1/queries").then().statusCode(200).body("items.id", hasItems("brand:Aurora"));
    send("post", "/api/v1/queries", "late").statusCode(201);
    lena()
        .contentType("application/json")
        .body(Map.of("text", "late", "version", 1))
        .pathParam("id", "brand:Aurora")
        .put("/api/v1/queries/{id}")
        .then()
        .statusCode(200);
    lena().pathParam("id", "brand:Aurora").delete("/api/v1/queries/{id}").then().statusCode(204);
    send("post", "/api/v1/queries/dry-run", "late")
        .statusCode(200)
        .body("perDay.high", equalTo(74));
  }

  @Test
  void a_wrong_query_is_refused_with_its_position() {
    send("post", "/api/v1/queries", "late AND").statusCode(422).body("position", equalTo(8));
  }

  @Test
  void listening_is_nothing_for_those_who_answer_posts() {
    anna().get("/api/v1/queries").then().statusCode(403).body("allowed", hasItems("social-lead"));
    anna().get("/api/v1/sources").then().statusCode(403);
    anna().get("/listening").then().statusCode(403);
    anna().get("/inbox").then().body(not(containsString("href=\"/listening\"")));
  }

  @Test
  void the_page_shows_sources_with_their_trouble_and_queries_and_trusts_no_word_of_them() {
    lena()
        .get("/listening")
        .then()
        .statusCode(200)
        .body(containsString("needs attention"))
        .body(containsString("2 (usually 4.5)"))
        .body(containsString("the stream does not go back that far"))
        .body(containsString("it answered 401: &lt;script&gt;"))
        .body(containsString("&lt;aurora&gt;"))
        .body(not(containsString("<aurora>")));
  }

  @Test
  void a_click_tries_keeps_removes_pauses_and_reads_again() {
    lena()
        .formParam("text", "late")
        .post("/listening/try")
        .then()
        .statusCode(200)
        .body(containsString("about 40 a day"))
        .body(containsString("7 of 90"))
        .body(containsString("late &lt;b&gt;again"));
    lena()
        .formParam("text", "late AND")
        .post("/listening/try")
        .then()
        .body(containsString("At character 8"));
    lena()
        .formParam("kind", "topic")
        .formParam("name", "Lateness")
        .formParam("text", "late")
        .post("/listening/keep")
        .then()
        .body(containsString("Lateness is listened for from now on."));
    lena()
        .formParam("id", "brand:Aurora")
        .post("/listening/remove")
        .then()
        .body(containsString("not listened for any more"));
    lena()
        .formParam("source", "masto")
        .formParam("paused", "true")
        .post("/listening/pause")
        .then()
        .body(containsString("masto rests until it is resumed."));
    lena()
        .formParam("source", "masto")
        .formParam("days", "3")
        .post("/listening/reread")
        .then()
        .body(containsString("read again from 3 days ago"));
  }

  @Test
  void networks_are_asked_by_a_click_and_those_that_charge_by_another() {
    tried("")
        .body(containsString("Ask the networks, too"))
        .body(containsString("the own search of hn;"))
        .body(containsString("Ask those that charge, too"))
        .body(containsString("ex (up to $0.60)"))
        .body(containsString("Cannot be asked: red: it needs an account."))
        .body(not(containsString("found by asking")));
    tried("free")
        .body(containsString("found by asking hn: 12 of 40 posts matched"))
        .body(containsString("late &lt;i&gt;there"))
        .body(containsString("not asked for: ai*"))
        .body(containsString("Ask those that charge, too"))
        .body(not(containsString("Ask the networks, too")))
        .body(not(containsString("asking ex")));
    tried("all")
        .body(containsString("asking ex brought nothing: it answered 429"))
        .body(not(containsString("Ask those that charge, too")));
    lena()
        .contentType("application/json")
        .body(Map.of("text", "late", "askNetworks", true))
        .post("/api/v1/queries/dry-run")
        .then()
        .statusCode(200)
        .body("search.asked.source", hasItems("hn"));
  }

  private static ValidatableResponse tried(String ask) {
    return lena()
        .formParam("text", "late")
        .formParam("ask", ask)
        .post("/listening/try")
        .then()
        .statusCode(200);
  }

  @Test
  void a_trial_is_begun_reported_and_decided_by_one_call() {
    lena().get("/api/v1/trials").then().statusCode(200).body("items.of", hasItems("source:masto"));
    lena()
        .contentType("application/json")
        .body(Map.of("days", 14))
        .post("/api/v1/sources/masto/trial")
        .then()
        .statusCode(200);
    lena()
        .contentType("application/json")
        .body(Map.of("days", 0))
        .post("/api/v1/sources/masto/trial")
        .then()
        .statusCode(422);
    lena()
        .get("/api/v1/sources/masto/trial")
        .then()
        .statusCode(200)
        .body("cost", equalTo(1.5f))
        .body("decisions", hasItems("staff", "listen-only", "drop"));
    lena().get("/api/v1/queries/gone/trial").then().statusCode(404);
    lena()
        .contentType("application/json")
        .body(Map.of("decision", "staff"))
        .post("/api/v1/sources/masto/trial/decide")
        .then()
        .statusCode(200);
    anna().get("/api/v1/sources/masto/trial").then().statusCode(403);
  }

  @Test
  void the_report_of_a_trial_is_a_page_that_ends_in_a_decision() {
    lena()
        .get("/listening")
        .then()
        .body(containsString("On trial"))
        .body(containsString("/listening/trial?of=source%3Amasto"));
    lena()
        .get("/listening/trial?of=source:masto")
        .then()
        .statusCode(200)
        .body(containsString("Trial of masto"))
        .body(containsString("$1.50"))
        .body(containsString("Listen only"));
    lena()
        .formParam("of", "source:masto")
        .formParam("decision", "listen-only")
        .post("/listening/trial/decide")
        .then()
        .body(containsString("It goes on being counted"));
    lena()
        .formParam("of", "source:masto")
        .formParam("days", "14")
        .post("/listening/begin-trial")
        .then()
        .body(containsString("tried out for 14 days"));
    anna().get("/listening/trial?of=source:masto").then().statusCode(403);
  }

  @Test
  void a_click_at_a_sample_writes_the_query_which_is_shown_before_it_holds() {
    lena()
        .get("/listening/samples?of=brand:Aurora")
        .then()
        .statusCode(200)
        .body(containsString("late &lt;b&gt;again"))
        .body(containsString("Not us"))
        .body(containsString("it answered 401"));
    lena()
        .formParam("of", "brand:Aurora")
        .formParam("text", "aurora borealis tonight")
        .formParam("network", "mastodon")
        .formParam("why", "")
        .formParam("mark", "0:not-us")
        .post("/listening/samples/mark")
        .then()
        .statusCode(200)
        .body(containsString("(aurora) NOT (&quot;borealis&quot;)"))
        .body(containsString("It is meant"))
        .body(containsString("Listen so from now on"));
    lena()
        .formParam("of", "brand:Aurora")
        .formParam("version", 1)
        .formParam("proposal", "(aurora) NOT (borealis)")
        .post("/listening/samples/keep")
        .then()
        .body(containsString("The query holds."));
    lena()
        .get("/listening/samples?of=brand:Nobody")
        .then()
        .body(containsString("There is no such query."));
    anna().get("/listening/samples?of=brand:Aurora").then().statusCode(403);
  }

  private static ValidatableResponse send(String method, String path, String text) {
    return lena()
        .contentType("application/json")
        .body(Map.of("kind", "topic", "name", "Lateness", "text", text))
        .request(method, path)
        .then();
  }
}
