package dev.frontline.routing.notification.sink;

import static dev.frontline.routing.notification.NoticeFixture.NOON;
import static dev.frontline.routing.notification.NoticeFixture.aLead;
import static dev.frontline.routing.notification.NoticeFixture.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import dev.frontline.contracts.Json;
import dev.frontline.kit.company.InvalidCompanyFileException;
import dev.frontline.kit.company.Sink;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Urgency;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SendersTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ROUTING_KEY = "0123456789abcdef0123456789abcdef";

  private final StubServer stub = new StubServer();
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    stub.close();
    vertx.close();
  }

  @Test
  void slackGetsBlocksWithItsThreeCharactersEscaped() throws Exception {
    Answer answer = sender(Sink.SLACK).send(message(aLead("a")));

    assertThat(answer).isInstanceOf(Answer.Taken.class);
    JsonNode body = Json.MAPPER.readTree(stub.handed.get(0).body());
    assertThat(body.path("text").asText())
        .isEqualTo("Lead: Kim &amp; &lt;b&gt;friends&lt;/b&gt; *now*");
    JsonNode blocks = body.path("blocks");
    assertThat(blocks.path(0).path("type").asText()).isEqualTo("section");
    assertThat(blocks.path(0).path("text").path("type").asText()).isEqualTo("mrkdwn");
    assertThat(blocks.path(1).path("text").path("text").asText())
        .contains("Which &lt;kettle&gt; &amp; why?");
    assertThat(blocks.path(2).path("text").path("text").asText())
        .isEqualTo("<http://desk.example/cases/case-a|Open in Frontline>");
  }

  @Test
  void slackSectionsStayUnderThreeThousandCharactersThoughEscapingMakesThemLonger()
      throws Exception {
    Notice notice = aLead("a");
    Message message =
        new Message("k", notice, "t", List.of("&".repeat(2_800), "<".repeat(2_800)), null, null);

    JsonNode body = Json.MAPPER.readTree(SlackSender.body(message));

    assertThat(body.path("blocks").path(1).path("text").path("text").asText().length())
        .isBetween(500, 3_000);
  }

  @Test
  void slackGetsALongDigestInSeveralSectionsWithEveryLine() throws Exception {
    List<String> lines =
        java.util.stream.IntStream.range(0, 60).mapToObj(i -> i + " " + "x".repeat(200)).toList();

    JsonNode body =
        Json.MAPPER.readTree(
            SlackSender.body(new Message("k", aLead("a"), "t", lines, null, null)));

    StringBuilder all = new StringBuilder();
    for (JsonNode block : body.path("blocks")) {
      String text = block.path("text").path("text").asText();
      assertThat(text).hasSizeLessThanOrEqualTo(3_000);
      all.append(text).append('\n');
    }
    assertThat(all.toString()).contains(lines);
    assertThat(body.path("blocks").size()).isLessThanOrEqualTo(50);
  }

  @Test
  void teamsGetsAnAdaptiveCardInWhichNothingIsMarkdown() throws Exception {
    stub.status = 202;

    Answer answer = sender(Sink.TEAMS).send(message(aLead("a")));

    assertThat(answer).isInstanceOf(Answer.Taken.class);
    JsonNode body = Json.MAPPER.readTree(stub.handed.get(0).body());
    assertThat(body.path("type").asText()).isEqualTo("message");
    JsonNode attachment = body.path("attachments").path(0);
    assertThat(attachment.path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(attachment.has("contentUrl")).isTrue();
    assertThat(attachment.path("contentUrl").isNull()).isTrue();
    JsonNode card = attachment.path("content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.path("version").asText()).isEqualTo("1.4");
    assertThat(card.path("body")).allMatch(b -> b.path("type").asText().equals("RichTextBlock"));
    assertThat(card.path("body").path(1).path("inlines").path(0).path("text").asText())
        .contains("[x](http://evil.example)");
    assertThat(card.path("actions").path(0).path("url").asText())
        .isEqualTo("http://desk.example/cases/case-a");
  }

  @Test
  void pagerDutyGetsOneAlertAThingAndItsEndResolvesIt() throws Exception {
    stub.status = 202;
    Sender sender = sender(Sink.PAGERDUTY);

    sender.send(message(notice("1", NoticeKind.INCIDENT_ALERTED, Urgency.CRITICAL)));
    sender.send(message(notice("1", NoticeKind.INCIDENT_CLOSED, Urgency.NORMAL)));

    JsonNode alerted = Json.MAPPER.readTree(stub.handed.get(0).body());
    JsonNode closed = Json.MAPPER.readTree(stub.handed.get(1).body());
    assertThat(alerted.path("routing_key").asText()).isEqualTo(ROUTING_KEY);
    assertThat(alerted.path("event_action").asText()).isEqualTo("trigger");
    assertThat(alerted.path("dedup_key").asText()).isEqualTo("frontline-case-1");
    assertThat(alerted.path("payload").path("severity").asText()).isEqualTo("critical");
    assertThat(alerted.path("payload").path("source").asText()).isEqualTo("Kettlery");
    assertThat(alerted.path("payload").path("timestamp").asText()).isEqualTo(NOON.toString());
    assertThat(alerted.path("links").path(0).path("href").asText()).contains("/cases/case-1");
    assertThat(closed.path("event_action").asText()).isEqualTo("resolve");
    assertThat(closed.path("dedup_key")).isEqualTo(alerted.path("dedup_key"));
  }

  @Test
  void pagerDutyShowsAnEscalationInTheSameAlertAsWhatItIs() throws Exception {
    stub.status = 202;
    Sender sender = sender(Sink.PAGERDUTY);

    sender.send(message(notice("1", NoticeKind.INCIDENT_ALERTED, Urgency.HIGH)));
    sender.send(message(notice("1", NoticeKind.INCIDENT_ESCALATED, Urgency.HIGH)));

    JsonNode alerted = Json.MAPPER.readTree(stub.handed.get(0).body());
    JsonNode escalated = Json.MAPPER.readTree(stub.handed.get(1).body());
    assertThat(escalated.path("event_action").asText()).isEqualTo("trigger");
    assertThat(escalated.path("dedup_key")).isEqualTo(alerted.path("dedup_key"));
    assertThat(alerted.path("payload").path("severity").asText()).isEqualTo("error");
    assertThat(escalated.path("payload").path("severity").asText()).isEqualTo("critical");
    assertThat(escalated.path("payload").path("summary").asText())
        .startsWith("Escalated, nobody acknowledged it in time: ")
        .endsWith(alerted.path("payload").path("summary").asText());
  }

  @Test
  void aWebhookIsSignedAndKeepsItsIdAtEveryTry() throws Exception {
    Sender sender =
        new Senders(environment(), vertx, Clock.systemUTC())
            .of(List.of(sink(Sink.WEBHOOK)))
            .get("s");

    sender.send(message(aLead("a")));
    sender.send(message(aLead("a")));

    StubServer.Handed first = stub.handed.get(0);
    new Webhook(SECRET)
        .verify(
            first.body(),
            Map.of(
                "webhook-id", List.of(first.headers().get("webhook-id")),
                "webhook-timestamp", List.of(first.headers().get("webhook-timestamp")),
                "webhook-signature", List.of(first.headers().get("webhook-signature"))));
    assertThat(first.headers().get("webhook-id"))
        .isEqualTo(stub.handed.get(1).headers().get("webhook-id"))
        .doesNotContain(".");
    JsonNode body = Json.MAPPER.readTree(first.body());
    assertThat(body.path("type").asText()).isEqualTo("alert.lead");
    assertThat(body.path("timestamp").asText()).isEqualTo(NOON.toString());
    assertThat(body.path("data").path("title").asText()).isEqualTo(aLead("a").title());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "200, -, Taken",
        "202, -, Taken",
        "204, -, Taken",
        "301, -, Closed",
        "400, -, Refused",
        "401, -, Closed",
        "403, -, Closed",
        "404, -, Closed",
        "410, -, Closed",
        "413, -, Refused",
        "422, -, Refused",
        "429, -, Busy",
        "429, 7, Busy",
        "500, -, Down",
        "502, -, Lost",
        "503, -, Down",
        "503, 30, Busy",
        "504, -, Lost"
      })
  void aStatusMeans(int status, @Nullable String retryAfter, String meaning) {
    stub.status = status;
    stub.body = "";
    stub.retryAfter = retryAfter == null ? "" : retryAfter;

    Answer answer = sender(Sink.SLACK).send(message(aLead("a")));

    assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
    if (answer instanceof Answer.Busy busy) {
      Duration expected =
          retryAfter == null ? null : Duration.ofSeconds(Long.parseLong(retryAfter));
      assertThat(busy.hint()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "30, 30000",
    "0.5, 500",
    "'Mon, 02 Mar 2026 12:02:00 GMT', 120000",
    "'Mon, 02 Mar 2026 11:00:00 GMT', 0",
    "soon, -1",
    "-5, -1"
  })
  void aHintIsReadInSecondsOrAsADate(String retryAfter, long millis) {
    assertThat(Http.hint(retryAfter, NOON).map(Duration::toMillis).orElse(-1L)).isEqualTo(millis);
  }

  @Test
  void aServerThatNeverAnswersIsLeftAfterTheTimeoutAndMayHaveTheMessage() {
    stub.hangs = true;
    Sender sender = sender(Sink.SLACK);
    long start = System.nanoTime();

    Answer answer = sender.send(message(aLead("a")));

    assertThat(answer).isInstanceOf(Answer.Lost.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(sender.answers()).isFalse();
    stub.hangs = false;
    assertThat(sender.answers()).isTrue();
    assertThat(stub.handed).filteredOn(h -> h.method().equals("POST")).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereSurelyDoesNotHaveTheMessage() {
    Sender sender = sender(Sink.SLACK);
    stub.close();

    assertThat(sender.send(message(aLead("a")))).isInstanceOf(Answer.Down.class);
  }

  @Test
  void whatAServerSaysIsShownShortAndOnOneLine() {
    stub.status = 400;
    stub.body = "invalid_payload\n" + "x".repeat(5_000);

    String why = sender(Sink.SLACK).send(message(aLead("a"))).why();

    assertThat(why).startsWith("answered 400: invalid_payload x").hasSizeLessThan(230);
  }

  @Test
  void aSecretThatIsNotThereOrWrongIsNamedAndNeverRepeated() {
    Senders none = new Senders(Map.of("CRM_SECRET", "hunter2"), vertx, Clock.systemUTC());

    assertThatThrownBy(() -> none.of(List.of(sink(Sink.PAGERDUTY))))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessage(
            "frontline.yaml sinks.s.keyFrom: the environment variable PAGER_KEY is not set");
    assertThatThrownBy(() -> none.of(List.of(sink(Sink.WEBHOOK))))
        .hasMessageContaining("sinks.s.secretFrom: the environment variable CRM_SECRET is not")
        .hasMessageNotContaining("hunter2");
  }

  private Sender sender(String kind) {
    return new Senders(environment(), vertx, Clock.fixed(NOON, ZoneOffset.UTC))
        .of(List.of(sink(kind)))
        .get("s");
  }

  private static Map<String, String> environment() {
    return Map.of("PAGER_KEY", ROUTING_KEY, "CRM_SECRET", SECRET);
  }

  private Sink sink(String kind) {
    return new Sink(
        "s",
        kind,
        stub.url(),
        null,
        kind.equals(Sink.PAGERDUTY) ? "PAGER_KEY" : null,
        kind.equals(Sink.WEBHOOK) ? "CRM_SECRET" : null,
        null,
        null,
        null,
        null,
        null,
        null,
        Collections.emptyList(),
        Duration.ofSeconds(1));
  }

  private static Message message(Notice notice) {
    return new Message(
        "ntc_k-1",
        notice,
        notice.title(),
        notice.lines(),
        "http://desk.example" + notice.link(),
        null);
  }
}
