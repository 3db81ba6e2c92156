package dev.frontline.ingest.network.appstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.review.ReviewContract;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.testkit.NeedsStack;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NeedsStack
class AppStoreFeedTest extends ReviewContract {

  private static final String APP =
      "{\"im:name\":{\"label\":\"Kettle\"},\"im:artist\":{\"label\":\"Acme\"},\"id\":{\"label\":\"x\"}}";

  @Override
  protected NetworkSource kind() {
    return new AppStoreFeed();
  }

  @Override
  protected @Nullable String secret() {
    return null;
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("app", "1234");
  }

  @Override
  protected Reply serve(Asked asked) {
    if (!asked.path().startsWith("/us/")) {
      return Reply.json("{\"feed\":{\"title\":{\"label\":\"none\"}}}");
    }
    int number = Integer.parseInt(asked.path().replaceAll(".*/page=(\\d+)/id=1234/.*", "$1"));
    if (number > 10) {
      return Reply.status(400);
    }
    List<String> entries =
        slice(items, (number - 1) * page(), page()).stream().map(AppStoreFeedTest::json).toList();
    String entry =
        switch (entries.size()) {
          case 0 -> "";
          case 1 -> ",\"entry\":" + entries.get(0);
          default ->
              ",\"entry\":[" + APP + "," + entries.stream().collect(Collectors.joining(",")) + "]";
        };
    return new Reply(
        200, Map.of("Content-Type", "text/javascript"), "{\"feed\":{\"title\":{}" + entry + "}}");
  }

  private static String json(Item item) {
    return "{\"id\":{\"label\":\""
        + item.id()
        + "\"},\"author\":{\"uri\":{\"label\":\"https://itunes.apple.com/us/reviews/id77\"},"
        + "\"name\":{\"label\":\"Jo\"}},\"title\":{\"label\":\"Bad kettle\"},\"content\":{\"label\":\""
        + item.text()
        + "\"},\"im:rating\":{\"label\":\""
        + item.stars()
        + "\"},\"im:version\":{\"label\":\"1.2\"},\"updated\":{\"label\":\""
        + item.changed().toString().replace("Z", "-00:00")
        + "\"}}";
  }

  @Override
  protected String mention(String id) {
    return "appstore:" + id;
  }

  @Override
  protected int page() {
    return 50;
  }

  @Override
  protected String frame() {
    return "{\"feed\":{\"entry\":{\"id\":{\"label\":\"h1\"},\"author\":{\"name\":{\"label\":\"Jo\"}},"
        + "\"title\":{\"label\":\"Bad\"},\"content\":{\"label\":\"@TEXT@\"},\"im:rating\":{\"label\":\"2\"},"
        + "\"updated\":{\"label\":\"2026-03-02T11:59:00Z\"}}}}";
  }

  @Test
  void everyCountryHasAFeedOfItsOwn() {
    rig.close();
    rig = new Rig(kind, network.address(), null, Map.of("app", "1234", "countries", "de, US"));
    say("r1", 1, "leaks", BEFORE);

    rig.turn();

    assertThat(network.asked())
        .extracting(Asked::path)
        .containsExactly(
            "/de/rss/customerreviews/page=1/id=1234/sortby=mostrecent/json",
            "/us/rss/customerreviews/page=1/id=1234/sortby=mostrecent/json",
            "/us/rss/customerreviews/page=2/id=1234/sortby=mostrecent/json");
    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.posted().get(0).author().id()).isEqualTo("77");
  }

  @Test
  void whereTheFeedEndsBeforeTheLastReadingThereIsAGap() {
    for (int n = 0; n < 520; n++) {
      say("r" + n, 1, "leaks " + n, BEFORE);
    }

    rig.turn();

    assertThat(rig.posted()).hasSize(500);
    assertThat(rig.gaps()).isEqualTo(1);
  }

  @Test
  void aFeedThatIsEmptyForOnceLosesNothing() {
    troubles.add(Reply.json("{\"feed\":{\"title\":{}}}"));
    say("r1", 1, "leaks", BEFORE);
    rig.turn();
    rig.clock.to(Rig.NOON.plusSeconds(3600));

    rig.turn();

    assertThat(rig.posted()).hasSize(1);
  }
}
