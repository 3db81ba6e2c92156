package dev.frontline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class FeedTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String ITEMS =
      """
      <rss version="2.0"><channel><title>Kettle news</title><link>https://news.invalid</link>
      <item><guid>https://news.invalid/1</guid><link>https://news.invalid/1</link>
        <title>Kettlery opens a shop</title><author>jo@news.invalid (Jo)</author>
        <description>&lt;p&gt;The &lt;b&gt;kettle&lt;/b&gt; maker is &amp;amp; stays.&lt;/p&gt;</description>
        <pubDate>Mon, 02 Mar 2026 12:00:00 GMT</pubDate></item>
      <item><guid>https://news.invalid/2</guid><title>Weather</title>
        <description>It rains.</description></item>
      """;
  private static final String END = "</channel></rss>";

  @ConfigProperty(name = "test.network")
  String network;

  @Inject InternalTokens tokens;

  @Test
  void whatIsNewInAFeedAndNamesABrandIsPublishedOnceAndTheRestIsDropped() {
    put(ITEMS + END);
    await().atMost(PATIENCE).until(() -> news().size() == 1);
    await().atMost(PATIENCE).until(() -> asked("feed-unchanged") > 0);
    put(
        ITEMS
            + "<item><guid>https://news.invalid/3</guid><title>Kettlery again</title></item>"
            + END);

    await().atMost(PATIENCE).until(() -> news().size() == 2);

    List<Mention> news = news();
    assertThat(news).extracting(Mention::id).doesNotHaveDuplicates();
    assertThat(news)
        .filteredOn(mention -> mention.text().contains("opens a shop"))
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.text()).contains("The kettle maker is & stays.");
              assertThat(mention.url()).isEqualTo("https://news.invalid/1");
              assertThat(mention.createdAt()).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
              assertThat(mention.mayTrain()).isFalse();
            });
    assertThat(asked("feed-read")).isEqualTo(2);
  }

  @Test
  void aFeedThatCannotBeReadSaysWhyAmongTheSources() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Inside.asked(tokens)
                    .get("/internal/sources")
                    .then()
                    .statusCode(200)
                    .body("find { it.id == 'broken-news' }.state", is("failing"))
                    .body("find { it.id == 'astray-news' }.state", is("failing"))
                    .body(
                        "find { it.id == 'astray-news' }.lastError",
                        is("it redirects to what is no address"))
                    .body("find { it.id == 'broken-news' }.lastError", not(nullValue())));
  }

  private static List<Mention> news() {
    return Wire.read(TopicPlan.INGESTED, EventFamily.INGESTED, FeedTest::isNews).stream()
        .map(event -> ((MentionPosted) event).mention())
        .toList();
  }

  private static boolean isNews(IngestEvent event) {
    return event instanceof MentionPosted posted && posted.mention().source().equals("news");
  }

  private void put(String feed) {
    given().body(feed).contentType("text/xml").put(network + "/feed").then().statusCode(204);
  }

  private int asked(String what) {
    return Integer.parseInt(given().get(network + "/asked/" + what).asString());
  }
}
