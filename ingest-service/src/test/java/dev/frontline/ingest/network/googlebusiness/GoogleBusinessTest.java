package dev.frontline.ingest.network.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.review.Keys;
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
class GoogleBusinessTest extends RenewedTokenContract {

  private static final String LOCATION = "accounts/1/locations/2";
  private static final List<String> STARS = List.of("ONE", "TWO", "THREE", "FOUR", "FIVE");

  private boolean lost;

  @Override
  protected NetworkSource kind() {
    return new GoogleBusiness();
  }

  @Override
  protected String secret() {
    return Keys.serviceAccount(network.address() + "/token");
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("locations", LOCATION);
  }

  @Override
  protected String tokenPath() {
    return "/token";
  }

  @Override
  protected Reply serveSignedIn(Asked asked) {
    if (lost) {
      return Reply.status(404);
    }
    if (asked.method().equals("PUT")) {
      return Reply.json(asked.body());
    }
    if (asked.path().equals("/v4/" + LOCATION + "/reviews")) {
      int from = Integer.parseInt(asked.query().getOrDefault("pageToken", "p0").substring(1));
      int to = from + page();
      return Reply.json(
          "{\"reviews\":["
              + slice(items, from, page()).stream()
                  .map(GoogleBusinessTest::json)
                  .collect(Collectors.joining(","))
              + "]"
              + (to < items.size() ? ",\"nextPageToken\":\"p" + to + "\"}" : "}"));
    }
    String id = asked.path().replaceAll(".*/reviews/", "");
    return items.stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .map(item -> Reply.json(json(item)))
        .orElse(Reply.status(404));
  }

  private static String json(Item item) {
    return "{\"reviewId\":\""
        + item.id()
        + "\",\"reviewer\":{\"displayName\":\"Jo\"},\"starRating\":\""
        + STARS.get(item.stars() - 1)
        + "\",\"comment\":\""
        + item.text()
        + "\",\"createTime\":\""
        + item.at()
        + "\",\"updateTime\":\""
        + item.changed()
        + "\"}";
  }

  @Override
  protected String mention(String id) {
    return "googlebusiness:" + LOCATION + "/reviews/" + id;
  }

  @Override
  protected int page() {
    return 50;
  }

  @Override
  protected String frame() {
    return "{\"reviews\":[{\"reviewId\":\"h1\",\"reviewer\":{\"displayName\":\"Jo\"},\"starRating\":\"TWO\","
        + "\"comment\":\"@TEXT@\",\"createTime\":\"2026-03-02T11:59:00Z\"}]}";
  }

  @Test
  void starsWithoutWordsAreAReview() {
    say("r1", 5, "", BEFORE);

    rig.turn();

    assertThat(rig.posted().get(0).text()).isEqualTo("★★★★★");
  }

  @Test
  void aPlaceThatIsNoLongerOursWithdrawsNothing() {
    say("r1", 1, "leaks", BEFORE);
    rig.turn();
    lost = true;

    rig.run(Duration.ofHours(3));

    assertThat(deleted()).isEmpty();
    assertThat(rig.trouble()).contains("404");
  }

  @Test
  void whatNobodySawForThirtyDaysIsLetGoOf() {
    say("r1", 1, "leaks", BEFORE);
    rig.turn();
    lost = true;

    rig.clock.forward(Duration.ofDays(31));

    assertThat(rig.expired()).containsExactly(mention("r1"));
  }

  @Test
  void anAnswerIsPutSoThatTheSameAgainIsTheSame() throws Exception {
    GoogleBusiness business = (GoogleBusiness) kind;

    Sent first = business.answer(rig.opened(), reply("r1", "so sorry"), false);
    Sent second = business.answer(rig.opened(), reply("r1", "so sorry"), true);

    assertThat(first).isEqualTo(second).isEqualTo(new Sent.Posted(mention("r1") + "/reply", null));
    assertThat(network.asked("PUT", "/v4/" + LOCATION + "/reviews/r1/reply"))
        .hasSize(2)
        .allMatch(asked -> asked.body().equals("{\"comment\":\"so sorry\"}"));
  }
}
