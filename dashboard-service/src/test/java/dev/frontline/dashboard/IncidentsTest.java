package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.incident.ChecklistItem;
import dev.frontline.contracts.incident.CurvePoint;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.IncidentTimes;
import dev.frontline.contracts.incident.Risen;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.contracts.incident.Why;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class IncidentsTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Instant NOW = Fixture.NOW;

  @Inject EventPublisher publisher;

  @Test
  void an_incident_has_a_line_a_room_and_a_report_and_its_statement_stands_in_its_cases()
      throws IOException {
    Mention post = Fixture.aPost("mastodon:https://social.example/i/1", "My trolley burns");
    publisher.publish(
        List.of(
            Fixture.opened(Fixture.aCase("case-i1", post, "customer-service")),
            told(incident("i-trolley", IncidentStatus.CONFIRMED, "case-i1"))));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                lena()
                    .get("/api/v1/incidents/i-trolley")
                    .then()
                    .statusCode(200)
                    .body("title", equalTo("Safety: <b>smoke</b>"))
                    .body("leadMinutes", equalTo(3))
                    .body("caseIds", hasItem("case-i1")));
    lena().get("/api/v1/incidents?state=open").then().body("items.id", hasItem("i-trolley"));
    lena().get("/api/v1/incidents?state=over").then().statusCode(422);
    lena()
        .get("/incidents")
        .then()
        .statusCode(200)
        .body(containsString("Safety: &lt;b&gt;smoke"))
        .body(containsString("Open an incident"));
    lena()
        .get("/incidents/i-trolley")
        .then()
        .statusCode(200)
        .body(containsString("<svg class=\"curve\""))
        .body(containsString("It is in hand"))
        .body(containsString("9.5 times usual"))
        .body(containsString("case-i1"))
        .body(containsString("My trolley burns"));
    lena()
        .get("/incidents/i-trolley/report")
        .then()
        .statusCode(200)
        .body(containsString("First statement"))
        .body(containsString("3 min before the peak"));
    isAReport(lena().get("/incidents/i-trolley/report.pdf"));
    isAReport(lena().accept("application/pdf").get("/incidents/i-trolley/report"));
    anna().get("/incidents/i-trolley").then().body(not(containsString("It is in hand")));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                anna()
                    .get("/cases/case-i1")
                    .then()
                    .statusCode(200)
                    .body(containsString("Answer with the holding statement"))
                    .body(containsString("We are &lt;i&gt;looking")));
  }

  private static void isAReport(Response response) throws IOException {
    response.then().statusCode(200).contentType("application/pdf");
    try (PDDocument read = Loader.loadPDF(response.asByteArray())) {
      assertThat(new PDFTextStripper().getText(read))
          .contains("Safety: <b>smoke</b>", "First statement", "3 min before the peak")
          .contains("We are <i>looking</i> into it.", "My trolley burns");
    }
  }

  @Test
  void what_has_ended_counts_in_the_score() {
    publisher.publish(List.of(told(incident("i-old", IncidentStatus.CLOSED, "case-none"))));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                lena()
                    .get("/incidents")
                    .then()
                    .body(containsString("100 %"))
                    .body(containsString("/incidents/i-old")));
    lena().get("/incidents/none").then().statusCode(404);
    lena()
        .contentType("application/json")
        .post("/api/v1/incidents/i-old/undo")
        .then()
        .statusCode(404);
  }

  private static org.apache.kafka.clients.producer.ProducerRecord<String, byte[]> told(
      IncidentState state) {
    return EventCodec.toRecord(
        TopicPlan.INCIDENTS,
        state.id(),
        EventFamily.INCIDENTS,
        Envelope.of(
            state.id() + "#" + state.version(),
            "/test",
            NOW,
            new IncidentEvent.IncidentConfirmed(state, NOW, "lena")));
  }

  private static IncidentState incident(String id, IncidentStatus status, String caseId) {
    Instant begin = NOW.minusSeconds(1200).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    return new IncidentState(
        id,
        3,
        "Aurora",
        IncidentKind.CRISIS,
        "risk:safety",
        "Safety: <b>smoke</b>",
        List.of("risk:safety"),
        "safety",
        status,
        Severity.MAJOR,
        1.4,
        false,
        "pr",
        "lena",
        null,
        0,
        List.of("lena"),
        5,
        4,
        12_000,
        3,
        List.of(
            new CurvePoint(begin, 1, 2, 0.1), new CurvePoint(begin.plusSeconds(300), 1, 3, 0.1)),
        new Why(
            List.of("5 posts by 4 people within 60 minutes, where next to none are usual."),
            List.of(new Risen("smoke", 4, 9.5)),
            List.of(new Risen("mastodon:1", 3, 0)),
            List.of(new Risen("mastodon:1", 9_000, 0)),
            List.of(new Risen("mastodon", 5, 2.5)),
            List.of(new Risen("en", 5, 1)),
            "mastodon:1",
            2,
            0.4),
        List.of(caseId),
        List.of(new ChecklistItem("Call them", "lena", NOW)),
        new Statement("We are <i>looking</i> into it.", "lena", NOW, "lena", NOW),
        false,
        true,
        List.of(new HistoryEntry(NOW, "system", "alerted", "People are called.")),
        List.of(),
        new IncidentTimes(
            begin,
            begin,
            begin.plusSeconds(120),
            begin.plusSeconds(200),
            begin.plusSeconds(260),
            begin.plusSeconds(400),
            null,
            status.ended() ? NOW : null,
            begin.plusSeconds(300),
            null,
            NOW));
  }
}
