package dev.frontline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.system.RunningStack.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was said before anybody listened: it is heard, judged and opens cases, through all services,
 * but starts no clock, raises no alarm and calls nobody, where the same said today does all three.
 */
class LookedBackTest {

  static final String BRAND = "Bramblewick";
  static final String TERM = "bramblewick";

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String BURNT =
      "Dangerous! The lid of my #bramblewick kettle came off while pouring and I was burned. I am in"
          + " hospital with second degree burns, these kettles should be recalled!";
  private static final List<String> THEN = List.of("wilmathen", "yurithen", "zoethen");
  private static final List<String> NOW = List.of("wilmanow", "yurinow", "zoenow");

  private static final List<String> PAST = new ArrayList<>();

  private static RunningStack stack;
  private static Account lead;

  /** Written minutes before the stack begins to listen. */
  static void writePast(StubSocial network) {
    Instant begin = Instant.now().minus(Duration.ofMinutes(10));
    for (int i = 0; i < THEN.size(); i++) {
      Instant at = begin.plusSeconds(60L * i);
      PAST.add(network.mentionId(network.write(THEN.get(i), BURNT, null, at)));
    }
  }

  @BeforeAll
  static void up() throws Exception {
    stack = RunningStack.shared();
    lead = stack.account("social-lead");
  }

  @Test
  void whatIsLookedBackAtHasCasesButNoClockAlarmOrNotification() throws Exception {
    List<JsonNode> past = new ArrayList<>();
    for (String id : PAST) {
      past.add(caseOf(id));
    }
    List<String> today = new ArrayList<>();
    for (String who : NOW) {
      today.add(stack.network().mentionId(stack.network().write(who, BURNT, null)));
    }
    List<JsonNode> live = new ArrayList<>();
    for (String id : today) {
      live.add(caseOf(id));
    }
    List<JsonNode> alarms =
        await()
            .atMost(SOON)
            .until(() -> items("/api/v1/incidents?brand=" + BRAND), a -> !a.isEmpty());
    List<JsonNode> told =
        await()
            .atMost(SOON)
            .until(LookedBackTest::told, t -> t.stream().anyMatch(n -> isAbout(n, live)));

    dismissed(alarms);

    assertThat(live).allSatisfy(c -> assertThat(c.at("/due/at").asText()).isNotBlank());
    assertThat(past).hasSameSizeAs(PAST);
    for (JsonNode before : past) {
      JsonNode since = caseOf(before.at("/mentions/0/id").asText());
      assertThat(since.path("due").isNull()).as(since.toString()).isTrue();
      assertThat(since.path("assignee").isNull()).as(since.toString()).isTrue();
    }
    assertThat(told).noneMatch(notice -> isAbout(notice, past));
    assertThat(alarms)
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(today).contains(alarm.at("/why/firstPost").asText());
              assertThat(alarm.path("posts").asInt()).isLessThanOrEqualTo(NOW.size());
            });
  }

  /** Other tests of this stack raise alarms of their own. */
  private static void dismissed(List<JsonNode> alarms) throws Exception {
    for (JsonNode alarm : alarms) {
      String path = "/api/v1/incidents/" + alarm.path("id").asText() + "/dismiss";
      Outside.Answer answer =
          Outside.post(stack.dashboard(), path, lead, Map.of("reason", "A test."));
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }
  }

  private static JsonNode caseOf(String mentionId) {
    JsonNode mention =
        await()
            .atMost(SOON)
            .ignoreExceptions()
            .until(
                () -> read("/api/v1/mentions/" + Outside.encoded(mentionId)),
                m -> !m.at("/case/id").asText().isEmpty());
    return await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () -> read("/api/v1/cases/" + mention.at("/case/id").asText()),
            c -> c.hasNonNull("id"));
  }

  private static boolean isAbout(JsonNode notice, List<JsonNode> cases) {
    return cases.stream()
        .anyMatch(c -> notice.path("link").asText().endsWith(c.path("id").asText()));
  }

  private static List<JsonNode> told() throws Exception {
    return items("/api/v1/notifications?size=200");
  }

  private static List<JsonNode> items(String path) throws Exception {
    return StreamSupport.stream(read(path).path("items").spliterator(), false).toList();
  }

  private static JsonNode read(String path) throws Exception {
    return Outside.get(stack.dashboard(), path, lead).body();
  }
}
