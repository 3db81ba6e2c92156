package dev.frontline.ingest.network.trustpilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.review.RenewedTokenContract;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@NeedsStack
class TrustpilotTest extends RenewedTokenContract {

  private String stands = "";
  private boolean losesAnswers;

  @Override
  protected NetworkSource kind() {
    return new Trustpilot();
  }

  @Override
  protected String secret() {
    return "key:secret";
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("units", "bu1", "user", "u1");
  }

  @Override
  protected String tokenPath() {
    return "/v1/oauth/oauth-business-users-for-applications/accesstoken";
  }

  @Override
  protected boolean mayHaveToken(Asked asked) {
    return asked.headers().get("Authorization").equals("Basic a2V5OnNlY3JldA==");
  }

  @Override
  protected String lifetime() {
    return "\"359999\"";
  }

  @Override
  protected boolean needsNone(Asked asked) {
    return "key".equals(asked.headers().get("Apikey")) && !asked.path().contains("private");
  }

  @Override
  protected Reply serveSignedIn(Asked asked) {
    if (asked.method().equals("POST")) {
      stands = asked.body().replaceAll(".*\"message\":\"([^\"]*)\".*", "$1");
      return losesAnswers ? Reply.status(504) : Reply.json("{}");
    }
    if (asked.path().contains("/business-units/bu1/reviews")) {
      int size = Integer.parseInt(asked.query().get("perPage"));
      int from = (Integer.parseInt(asked.query().get("page")) - 1) * size;
      List<Item> found = slice(items, from, size);
      return Reply.json(
          "{\"reviews\":["
              + found.stream().map(this::json).collect(Collectors.joining(","))
              + "]}");
    }
    String id = asked.path().replaceAll(".*/reviews/", "");
    return items.stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .map(item -> Reply.json(json(item)))
        .orElse(Reply.status(404));
  }

  private String json(Item item) {
    return "{\"id\":\""
        + item.id()
        + "\",\"consumer\":{\"id\":\"c1\",\"displayName\":\"Jo\"},\"businessUnit\":{\"id\":\"bu1\"},\"stars\":"
        + item.stars()
        + ",\"title\":\"Bad kettle\",\"text\":\""
        + item.text()
        + "\",\"language\":\"en\",\"createdAt\":\""
        + item.at()
        + "\",\"updatedAt\":"
        + (item.changed().equals(item.at()) ? "null" : "\"" + item.changed() + "\"")
        + (stands.isEmpty() ? "" : ",\"companyReply\":{\"text\":\"" + stands + "\"}")
        + "}";
  }

  @Override
  protected String mention(String id) {
    return "trustpilot:" + id;
  }

  @Override
  protected int page() {
    return 100;
  }

  @Override
  protected String frame() {
    return "{\"reviews\":[{\"id\":\"h1\",\"consumer\":{\"id\":\"c\",\"displayName\":\"Jo\"},\"stars\":2,"
        + "\"title\":\"Bad\",\"text\":\"@TEXT@\",\"createdAt\":\"2026-03-02T11:59:00Z\"}]}";
  }

  @Test
  void aKeyAloneReadsWhatEverybodyMay() {
    say("r1", 1, "leaks", BEFORE);
    try (Rig open = new Rig(kind, network.address(), "key", settings())) {
      open.turn();

      assertThat(open.posted()).hasSize(1);
      assertThat(open.posted().get(0).mayTrain()).isFalse();
      assertThat(((Trustpilot) kind).mayAnswer("key")).isFalse();
    }
  }

  @Test
  void aSecretThatIsRefusedNeedsAPerson() {
    try (Rig other = new Rig(kind, network.address(), "key:wrong", settings())) {
      other.turn();

      assertThat(other.needsAttention()).isTrue();
      assertThat(other.trouble()).doesNotContain("wrong");
    }
  }

  @Test
  void aReviewThatChangesAfterDaysIsStillAnEdit() {
    say("r1", 1, "leaks", BEFORE);
    rig.run(Duration.ofDays(3));
    items.set(0, new Item("r1", 5, "fixed", BEFORE, rig.clock.instant(), null));

    rig.run(Duration.ofDays(4));

    assertThat(rig.told()).hasSize(2);
  }

  @Test
  void anAnswerWhoseResponseWasLostIsFoundAndNotSentAgain() throws Exception {
    say("r1", 1, "leaks", BEFORE);
    Trustpilot trustpilot = (Trustpilot) kind;
    losesAnswers = true;

    assertThatThrownBy(() -> trustpilot.answer(rig.opened(), reply("r1", "so sorry"), false))
        .isInstanceOf(Fault.class);
    Sent sent = trustpilot.answer(rig.opened(), reply("r1", "so sorry"), true);

    assertThat(sent).isEqualTo(new Sent.Posted("trustpilot:r1/reply", null));
    assertThat(network.asked("POST", "/v1/private/reviews/r1/reply"))
        .hasSize(1)
        .allMatch(
            asked ->
                asked.body().equals("{\"authorBusinessUserId\":\"u1\",\"message\":\"so sorry\"}"));
  }

  @Test
  void anAnswerThatNeverArrivedIsSent() throws Exception {
    say("r1", 1, "leaks", BEFORE);

    Sent sent = ((Trustpilot) kind).answer(rig.opened(), reply("r1", "so sorry"), true);

    assertThat(sent).isInstanceOf(Sent.Posted.class);
    assertThat(stands).isEqualTo("so sorry");
  }

  @Test
  void anAnswerIsNotPutOverAnother() throws Exception {
    say("r1", 1, "leaks", BEFORE);
    stands = "we called you";

    Sent sent = ((Trustpilot) kind).answer(rig.opened(), reply("r1", "so sorry"), true);

    assertThat(sent).isInstanceOf(Sent.Refused.class);
    assertThat(stands).isEqualTo("we called you");
  }
}
