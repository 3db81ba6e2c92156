package dev.frontline.ingest.network.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.network.HostileBodies;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class StackExchangeTest {

  private static final Instant EARLIER = Rig.NOON.minusSeconds(60);
  private static final String SEARCH = "/2.3/search/advanced";

  private final Site site = new Site();
  private final Served network = new Served(site::answer);
  private final Rig rig = rig(Map.of("query", "kettlery"));

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void aQuestionIsTakenFromAPackedAnswerWithItsAuthorAndLink() {
    site.question(9, EARLIER, "my <b>kettlery</b> leaks<br>badly");

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("stackexchange:stackoverflow/9");
              assertThat(mention.text()).isEqualTo("Kettle & lid\nmy kettlery leaks\nbadly");
              assertThat(mention.author().displayName()).isEqualTo("Jo & Co");
              assertThat(mention.url()).isEqualTo("https://stackoverflow.com/q/9");
              assertThat(mention.engagement().replies()).isEqualTo(2);
            });
    assertThat(network.asked("GET", SEARCH).get(0).query())
        .containsEntry("q", "\"kettlery\"")
        .containsEntry("filter", "withbody")
        .containsEntry("key", "key")
        .containsEntry("site", "stackoverflow");
  }

  @Test
  void tagsAndWordsAreSearchedForOverTheSameSpanAndPagesAreReadToTheEnd() {
    IntStream.range(0, 250).forEach(n -> site.question(n, EARLIER, "kettlery " + n));
    try (Rig tagged = rig(Map.of("tags", "kettlery", "query", "teapotia", "site", "superuser"))) {
      tagged.turn();

      assertThat(tagged.posted()).hasSize(250);
      assertThat(tagged.posted().get(0).id()).startsWith("stackexchange:superuser/");
      assertThat(network.asked("GET", SEARCH))
          .extracting(asked -> asked.query().get("tagged") + asked.query().get("page"))
          .containsExactly("kettlery1", "kettlery2", "kettlery3", "null1");
      assertThat(network.asked("GET", SEARCH))
          .extracting(asked -> asked.query().get("fromdate"))
          .containsOnly(String.valueOf(Rig.NOON.minus(Duration.ofMinutes(10)).getEpochSecond()));
    }
  }

  @Test
  void whereMoreWaitsThanPagesReachTheSpanIsBegunAnew() {
    IntStream.range(0, 2_150)
        .forEach(n -> site.question(n, EARLIER.plusMillis(20L * n), "kettlery"));

    rig.turn();
    rig.clock.forward(Duration.ofSeconds(1));
    rig.turn();

    assertThat(rig.posted()).hasSize(2_150).extracting(Mention::id).doesNotHaveDuplicates();
    assertThat(network.asked("GET", SEARCH))
        .allMatch(asked -> Integer.parseInt(asked.query().get("page")) <= 20);
  }

  @Test
  void theBackoffInAGoodAnswerIsObeyedBetweenPagesToo() {
    IntStream.range(0, 150).forEach(n -> site.question(n, EARLIER, "kettlery " + n));
    site.backoff = 10;

    Instant due = rig.turn();
    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(10));
    assertThat(network.asked()).hasSize(1);
    rig.clock.forward(Duration.ofSeconds(9));
    rig.turn();
    assertThat(network.asked()).hasSize(1);
    rig.clock.forward(Duration.ofSeconds(2));
    rig.turn();

    assertThat(rig.posted()).hasSize(150);
  }

  @Test
  void aQuotaThatIsUsedUpIsWaitedForUntilMidnight() {
    site.question(1, EARLIER, "kettlery");
    site.quota = 0;
    rig.turn();
    rig.clock.forward(Duration.ofMinutes(15));

    assertThat(rig.turn()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    assertThat(network.asked()).hasSize(1);
  }

  @Test
  void aThrottleThatIsSaidAsABadRequestIsWaitedFor() {
    site.question(1, EARLIER, "kettlery");
    site.trouble(
        1,
        new Reply(
            400,
            Map.of(),
            "{\"error_id\":502,\"error_name\":\"throttle_violation\",\"error_message\":"
                + "\"too many requests from this IP, more requests available in 81 seconds\"}"));

    Instant due = rig.turn();
    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(81));
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aKeyThatIsNotAcceptedNeedsAPerson() {
    site.trouble(1, Reply.status(401));

    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
  }

  @Test
  void whatFailsBreaksOffOrSaysNothingIsReadAgainAndParked() {
    ObjectNode question = site.question(1, EARLIER, "kettlery");
    site.questions.add(question.deepCopy().without("question_id"));
    site.trouble(1, Reply.status(503));
    rig.clock.to(rig.turn());
    Reply whole = Site.packed("{\"items\":[]}");
    site.trouble(
        1, new Reply(200, whole.headers(), Arrays.copyOf(whole.bytes(), whole.bytes().length - 9)));
    rig.clock.to(rig.turn());
    assertThat(rig.trouble()).isNotEmpty();
    site.trouble(1, Site.packed("{\"items\":[{\"question_id\":"));
    rig.clock.to(rig.turn());

    rig.turn();

    assertThat(rig.parked()).hasSize(2);
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aSmallAnswerThatUnpacksToAHugeOneIsNotRead() {
    site.trouble(1, Site.packed("[\"" + "y".repeat(11 * 1024 * 1024) + "\"]"));

    rig.turn();

    assertThat(rig.trouble()).contains("larger than 10 MB");
  }

  @Test
  void whatIsDeletedOrEditedIsHeardWhenItIsLookedUpAgain() {
    site.question(1, EARLIER, "kettlery one");
    ObjectNode edited = site.question(2, EARLIER, "kettlery two");
    rig.turn();
    site.questions.remove(0);
    edited
        .put("body", "kettlery two, clearer")
        .put("last_edit_date", Rig.NOON.plusSeconds(60).getEpochSecond());

    rig.run(Duration.ofHours(2));

    assertThat(rig.told())
        .filteredOn(MentionDeleted.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactly("stackexchange:stackoverflow/1");
    assertThat(rig.told())
        .filteredOn(MentionEdited.class::isInstance)
        .extracting(IngestEvent::mentionId)
        .containsExactly("stackexchange:stackoverflow/2");
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    IntStream.range(0, 5).forEach(n -> site.question(n, EARLIER, "kettlery " + n));
    int crashes =
        PollCrash.at(
            IntStream.rangeClosed(1, 14),
            () -> rig(Map.of("query", "kettlery")),
            ids -> ids.hasSize(5).doesNotHaveDuplicates());
    assertThat(crashes).isGreaterThanOrEqualTo(14);
  }

  @Test
  void noHostileBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    String good =
        "{\"items\":[{\"question_id\":9,\"creation_date\":1772452000,\"title\":\"x\","
            + "\"body\":\"@TEXT@\"}],\"has_more\":false}";
    int[] n = {0};
    try (Served hostile =
            new Served(asked -> new Reply(200, Map.of(), HostileBodies.body(n[0], good)));
        Rig one =
            new Rig(new StackExchange(), hostile.address(), null, Map.of("query", "kettlery"))) {
      HostileBodies.areTakenOrTold(one, 340, Duration.ofMinutes(20), body -> n[0] = body);
      assertThat(one.posted()).allSatisfy(m -> assertThat(m.text()).doesNotContain("<script>"));
    }
  }

  private Rig rig(Map<String, String> settings) {
    return new Rig(new StackExchange(), network.address(), "key", settings);
  }
}
