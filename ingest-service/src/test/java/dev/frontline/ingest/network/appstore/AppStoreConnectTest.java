package dev.frontline.ingest.network.appstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.review.Keys;
import dev.frontline.ingest.review.ReviewContract;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@NeedsStack
class AppStoreConnectTest extends ReviewContract {

  private static final String KEY = Keys.pem("EC", 256);

  @Override
  protected NetworkSource kind() {
    return new AppStoreConnect();
  }

  @Override
  protected String secret() {
    return "KEY1:issuer-1:" + KEY;
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("apps", "1234");
  }

  @Override
  protected Reply serve(Asked asked) {
    if (asked.method().equals("POST")) {
      return new Reply(201, Map.of(), "{\"data\":{\"id\":\"resp-1\"}}");
    }
    if (asked.path().startsWith("/v1/customerReviews/")) {
      String id = asked.path().substring("/v1/customerReviews/".length());
      return items.stream().anyMatch(item -> item.id().equals(id))
          ? Reply.json("{\"data\":{}}")
          : Reply.status(404);
    }
    if (asked.path().equals("/v1/apps/1234")) {
      return Reply.json("{\"data\":{}}");
    }
    int from = Integer.parseInt(asked.query().getOrDefault("cursor", "0"));
    int to = from + page();
    String next =
        to < items.size()
            ? "\"next\":\""
                + network.address()
                + "/v1/apps/1234/customerReviews?cursor="
                + to
                + "\""
            : "";
    return Reply.json(
        "{\"data\":["
            + slice(items, from, page()).stream()
                .map(AppStoreConnectTest::json)
                .collect(Collectors.joining(","))
            + "],\"links\":{"
            + next
            + "}}");
  }

  private static String json(Item item) {
    return "{\"type\":\"customerReviews\",\"id\":\""
        + item.id()
        + "\",\"attributes\":{\"rating\":"
        + item.stars()
        + ",\"title\":\"Bad kettle\",\"body\":\""
        + item.text()
        + "\",\"reviewerNickname\":\"Jo\",\"createdDate\":\""
        + item.at().toString().replace("Z", "+00:00")
        + "\",\"territory\":\"USA\"}}";
  }

  @Override
  protected String mention(String id) {
    return "appstore:" + id;
  }

  @Override
  protected int page() {
    return 200;
  }

  @Override
  protected boolean tellsEdits() {
    return false;
  }

  @Override
  protected String frame() {
    return "{\"data\":[{\"type\":\"customerReviews\",\"id\":\"h1\",\"attributes\":{\"rating\":2,"
        + "\"body\":\"@TEXT@\",\"reviewerNickname\":\"Jo\",\"createdDate\":\"2026-03-02T11:59:00Z\"}}]}";
  }

  @Test
  void everyRequestShowsATokenOfAQuarterOfAnHour() throws Exception {
    rig.turn();

    String token = network.asked().get(0).headers().get("Authorization").substring(7);
    String[] parts = token.split("\\.");
    assertThat(Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0])))
        .isEqualTo(Json.MAPPER.readTree("{\"alg\":\"ES256\",\"kid\":\"KEY1\",\"typ\":\"JWT\"}"));
    assertThat(Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])))
        .isEqualTo(
            Json.MAPPER.readTree(
                "{\"iss\":\"issuer-1\",\"aud\":\"appstoreconnect-v1\",\"iat\":1772452800,\"exp\":1772453700}"));
  }

  @Test
  void aKeyThatIsRefusedNeedsAPerson() {
    troubles.add(Reply.status(401));

    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
  }

  @Test
  void aSecretThatHoldsNoKeyNeedsAPersonAndIsNotShown() {
    try (Rig other = new Rig(kind, network.address(), "hush", settings())) {
      other.turn();

      assertThat(other.needsAttention()).isTrue();
      assertThat(other.trouble()).contains("KEY_ID:ISSUER_ID").doesNotContain("hush");
    }
  }

  @Test
  void theSameAnswerAgainReplacesTheFirst() throws Exception {
    AppStoreConnect connect = (AppStoreConnect) kind;

    Sent first = connect.answer(rig.opened(), reply("r1", "so sorry"), false);
    Sent second = connect.answer(rig.opened(), reply("r1", "so sorry"), true);

    assertThat(first).isEqualTo(second).isEqualTo(new Sent.Posted("appstore:r1/reply", null));
    assertThat(network.asked("POST", "/v1/customerReviewResponses").get(0).body())
        .isEqualTo(
            "{\"data\":{\"type\":\"customerReviewResponses\",\"attributes\":{\"responseBody\":\"so sorry\"},"
                + "\"relationships\":{\"review\":{\"data\":{\"type\":\"customerReviews\",\"id\":\"r1\"}}}}}");
  }
}
