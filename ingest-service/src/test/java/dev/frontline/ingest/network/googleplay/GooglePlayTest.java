package dev.frontline.ingest.network.googleplay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.review.Keys;
import dev.frontline.ingest.review.RenewedTokenContract;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@NeedsStack
class GooglePlayTest extends RenewedTokenContract {

  private static final String REVIEWS = "/androidpublisher/v3/applications/com.acme.kettle/reviews";

  @Override
  protected NetworkSource kind() {
    return new GooglePlay();
  }

  @Override
  protected String secret() {
    return Keys.serviceAccount(network.address() + "/token");
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("apps", "com.acme.kettle");
  }

  @Override
  protected String tokenPath() {
    return "/token";
  }

  @Override
  protected Reply serveSignedIn(Asked asked) {
    if (asked.method().equals("POST")) {
      return Reply.json("{\"result\":{\"replyText\":\"so sorry\"}}");
    }
    int from = Integer.parseInt(asked.query().getOrDefault("token", "p0").substring(1));
    int to = from + page();
    return Reply.json(
        "{\"reviews\":["
            + slice(items, from, page()).stream()
                .map(GooglePlayTest::json)
                .collect(Collectors.joining(","))
            + "]"
            + (to < items.size()
                ? ",\"tokenPagination\":{\"nextPageToken\":\"p" + to + "\"}}"
                : "}"));
  }

  private static String json(Item item) {
    String answer =
        item.answer() == null
            ? ""
            : ",{\"developerComment\":{\"text\":\""
                + item.answer()
                + "\",\"lastModified\":{\"seconds\":\""
                + item.changed().getEpochSecond()
                + "\"}}}";
    return "{\"reviewId\":\""
        + item.id()
        + "\",\"authorName\":\"Jo\",\"comments\":[{\"userComment\":{\"text\":\"Bad kettle\\t"
        + item.text()
        + "\",\"lastModified\":{\"seconds\":\""
        + item.changed().getEpochSecond()
        + "\",\"nanos\":0},\"starRating\":"
        + item.stars()
        + ",\"reviewerLanguage\":\"en\",\"thumbsUpCount\":1}}"
        + answer
        + "]}";
  }

  @Override
  protected String mention(String id) {
    return "googleplay:com.acme.kettle/" + id;
  }

  @Override
  protected int page() {
    return 100;
  }

  @Override
  protected String frame() {
    return "{\"reviews\":[{\"reviewId\":\"h1\",\"authorName\":\"Jo\",\"comments\":[{\"userComment\":"
        + "{\"text\":\"@TEXT@\",\"lastModified\":{\"seconds\":\"1772452740\"},\"starRating\":2}}]}]}";
  }

  @Test
  void aTitleStandsBeforeTheWordsOfAReview() {
    say("r1", 1, "leaks", BEFORE);

    rig.turn();

    assertThat(rig.posted().get(0).text()).isEqualTo("★☆☆☆☆ Bad kettle\nleaks");
  }

  @Test
  void aKeyThatIsRefusedNeedsAPerson() {
    accepted = "none";
    rig.turn();
    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
  }

  @Test
  void whatWasSaidBeforeTheSevenDaysIsAGap() {
    rig.turn();
    rig.clock.forward(Duration.ofDays(9));

    rig.turn();

    assertThat(rig.gaps()).isEqualTo(1);
  }

  @Test
  void theSameAnswerAgainReplacesTheFirst() throws Exception {
    GooglePlay play = (GooglePlay) kind;

    Sent first = play.answer(rig.opened(), reply("r:1", "so sorry"), false);
    Sent second = play.answer(rig.opened(), reply("r:1", "so sorry"), true);

    assertThat(first)
        .isEqualTo(second)
        .isEqualTo(new Sent.Posted("googleplay:com.acme.kettle/r:1/reply", null));
    assertThat(network.asked("POST", REVIEWS + "/r:1:reply"))
        .hasSize(2)
        .allMatch(asked -> asked.body().equals("{\"replyText\":\"so sorry\"}"));
  }

  @Test
  void anAnswerThatIsTooLongIsRefusedBeforeItIsSent() throws Exception {
    Sent sent = ((GooglePlay) kind).answer(rig.opened(), reply("r1", "x".repeat(351)), false);

    assertThat(sent).isEqualTo(new Sent.Refused("it has 351 characters; Google Play takes 350"));
    assertThat(network.asked()).isEmpty();
  }

  @Test
  void whatThePlaceAnsweredIsHeardOnlyWhereItIsKnownToBeOurs() {
    items.add(new Item("r1", 1, "leaks", BEFORE, BEFORE, "so sorry"));

    rig.turn();

    assertThat(rig.posted()).hasSize(1);
  }
}
