package dev.frontline.ingest.network.hackernews;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class HackerNewsTest {

  private static final String SEARCH = "/api/v1/search_by_date";
  private static final Instant BEFORE = Rig.NOON.minusSeconds(60);

  private WireMockServer network;
  private Rig rig;

  @BeforeEach
  void open() {
    network = new WireMockServer(options().dynamicPort());
    network.start();
    network.stubFor(
        get(urlPathEqualTo("/v0/updates.json"))
            .willReturn(okJson("{\"items\":[],\"profiles\":[]}")));
    rig =
        new Rig(
            new HackerNews(),
            network.baseUrl(),
            null,
            Map.of("query", "kettlery", "items", network.baseUrl()));
  }

  @AfterEach
  void close() {
    rig.close();
    network.stop();
  }

  @Test
  void aCommentIsTakenWithItsThreadAndItsWords() {
    hits(comment(4200, BEFORE, "My <i>Kettlery</i> &amp; me<p>broke"));

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("hackernews:4200");
              assertThat(mention.text()).isEqualTo("My Kettlery & me\nbroke");
              assertThat(mention.conversationId()).isEqualTo("hackernews:4100");
              assertThat(mention.createdAt()).isEqualTo(BEFORE);
              assertThat(mention.url()).isEqualTo("https://news.ycombinator.com/item?id=4200");
              assertThat(mention.author().handle()).isEqualTo("jo");
            });
  }

  @Test
  void theSameHitsInTheOverlapAreOneMentionEach() {
    hits(comment(1, BEFORE, "Kettlery one"), comment(2, BEFORE, "Kettlery two"));

    rig.run(Duration.ofMinutes(10));

    assertThat(rig.posted())
        .extracting(Mention::id)
        .containsExactly("hackernews:1", "hackernews:2");
  }

  @Test
  void pagesAreReadToTheEnd() {
    page(0, 2, comment(1, BEFORE, "Kettlery one"));
    page(1, 2, comment(2, BEFORE, "Kettlery two"));

    rig.turn();

    assertThat(rig.posted())
        .extracting(Mention::id)
        .containsExactly("hackernews:1", "hackernews:2");
  }

  @Test
  void aWindowOfMoreThanAThousandHitsIsHalvedUntilTheSearchTellsAll() {
    Search search = new Search(2_500, Rig.NOON.minusSeconds(500));
    try (Served crowded = new Served(search::answer);
        Rig busy =
            new Rig(
                new HackerNews(),
                crowded.address(),
                null,
                Map.of("query", "kettlery", "items", crowded.address()))) {
      busy.turn();

      assertThat(busy.posted()).hasSize(2_500);
      assertThat(busy.gaps()).isZero();
    }
  }

  @Test
  void aBusyServerIsLeftAloneAsLongAsItSays() {
    answerOnce(aResponse().withStatus(429).withHeader("Retry-After", "90"));
    hits(comment(1, BEFORE, "Kettlery one"));

    Instant due = rig.turn();
    rig.clock.forward(Duration.ofSeconds(89));
    Instant stillDue = rig.turn();
    rig.clock.forward(Duration.ofSeconds(2));
    rig.turn();

    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(90));
    assertThat(stillDue).isEqualTo(Rig.NOON.plusSeconds(90));
    network.verify(2, getRequestedFor(urlPathEqualTo(SEARCH)));
    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void aBrokenServerIsTriedAgainAndNothingIsLost() {
    answerOnce(aResponse().withStatus(502));
    hits(comment(1, BEFORE, "Kettlery one"));

    Instant due = rig.turn();
    assertThat(rig.trouble()).contains("502");
    rig.clock.to(due);
    rig.turn();

    assertThat(due).isAfter(Rig.NOON).isBefore(Rig.NOON.plusSeconds(2));
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aPartOfAnAnswerIsParkedAndReadAgain() {
    answerOnce(aResponse().withBody("{\"hits\":[{\"objectID\":\"1\""));
    hits(comment(1, BEFORE, "Kettlery one"));

    Instant due = rig.turn();
    assertThat(rig.parked())
        .singleElement()
        .satisfies(parked -> assertThat(parked.raw()).isEqualTo("{\"hits\":[{\"objectID\":\"1\""));
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksOffLosesNothing() {
    answerOnce(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    hits(comment(1, BEFORE, "Kettlery one"));

    rig.clock.to(rig.turn());
    rig.turn();

    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aHitThatSaysNothingIsParkedAndItsNeighboursAreTaken() {
    hits("{\"objectID\":\"7\"}", comment(1, BEFORE, "Kettlery one"));

    rig.turn();

    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.parked()).hasSize(1);
  }

  @Test
  void whatIsDeletedThereIsWithdrawn() {
    hits(comment(1, BEFORE, "Kettlery one"), comment(2, BEFORE, "Kettlery two"));
    rig.turn();
    network.stubFor(
        get(urlPathEqualTo("/v0/updates.json")).willReturn(okJson("{\"items\":[1,2,3]}")));
    network.stubFor(
        get(urlPathEqualTo("/v0/item/1.json")).willReturn(okJson("{\"id\":1,\"deleted\":true}")));
    network.stubFor(
        get(urlPathEqualTo("/v0/item/2.json")).willReturn(okJson("{\"id\":2,\"by\":\"jo\"}")));

    rig.clock.forward(Duration.ofMinutes(2));
    rig.turn();

    assertThat(rig.told())
        .filteredOn(MentionDeleted.class::isInstance)
        .extracting(event -> event.mentionId())
        .containsExactly("hackernews:1");
    network.verify(0, getRequestedFor(urlPathEqualTo("/v0/item/3.json")));
  }

  @Test
  void whatWasSaidBeforeAnybodyListenedIsHistory() {
    rig.close();
    rig =
        new Rig(
            new HackerNews(),
            network.baseUrl(),
            null,
            Map.of("query", "kettlery", "items", network.baseUrl(), "lookback", "P30D"));
    hits(comment(1, Rig.NOON.minus(Duration.ofDays(3)), "Kettlery one"));
    rig.turn();
    rig.clock.forward(Duration.ofMinutes(5));
    hits(comment(2, Rig.NOON.plusSeconds(60), "Kettlery two"));

    rig.turn();

    assertThat(rig.posted()).extracting(Mention::history).containsExactly(true, false);
  }

  @Test
  void aPausedSourceRestsAndOneThatIsReadAgainTellsNothingTwice() {
    hits(comment(1, BEFORE, "Kettlery one"));
    rig.turn();
    rig.controls().pause("rigged", true, "ana");
    rig.run(Duration.ofMinutes(5));
    network.verify(1, getRequestedFor(urlPathEqualTo(SEARCH)));
    rig.controls().pause("rigged", false, "ana");
    rig.controls().reread("rigged", Rig.NOON.minus(Duration.ofDays(2)));

    rig.turn();

    network.verify(2, getRequestedFor(urlPathEqualTo(SEARCH)));
    String filter = network.findAll(getRequestedFor(urlPathEqualTo(SEARCH))).get(1).getUrl();
    assertThat(filter)
        .contains(String.valueOf(Rig.NOON.minus(Duration.ofDays(2)).getEpochSecond()));
    assertThat(rig.posted()).hasSize(1);
  }

  private void hits(String... hits) {
    page(0, 1, hits);
  }

  private void page(int page, int pages, String... hits) {
    network.stubFor(
        get(urlPathEqualTo(SEARCH))
            .withQueryParam("page", equalTo(String.valueOf(page)))
            .willReturn(
                okJson(
                    "{\"hits\":["
                        + String.join(",", hits)
                        + "],\"nbHits\":"
                        + hits.length
                        + ",\"page\":"
                        + page
                        + ",\"nbPages\":"
                        + pages
                        + "}")));
  }

  /** The first search is answered so; those after it as the test says. */
  private void answerOnce(ResponseDefinitionBuilder answer) {
    network.stubFor(
        get(urlPathEqualTo(SEARCH))
            .atPriority(1)
            .inScenario("once")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("over")
            .willReturn(answer));
  }

  static String comment(long id, Instant at, String html) {
    return "{\"objectID\":\""
        + id
        + "\",\"author\":\"jo\",\"created_at_i\":"
        + at.getEpochSecond()
        + ",\"comment_text\":\""
        + html
        + "\",\"story_id\":4100,\"parent_id\":4150,\"_tags\":[\"comment\"]}";
  }
}
