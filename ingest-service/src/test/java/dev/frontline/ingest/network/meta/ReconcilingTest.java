package dev.frontline.ingest.network.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Signatures;
import dev.frontline.testkit.NeedsStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the network should have told and did not is found by asking every hour. */
@NeedsStack
class ReconcilingTest {

  private static final int POSTS = 60;
  private static final int COMMENTS = 250;
  private static final Instant NEWEST = Rig.NOON.minusSeconds(60);

  private final Set<String> gone = new TreeSet<>();
  private volatile Reply trouble = Reply.status(0);
  private Served graph;
  private Rig rig;

  @BeforeEach
  void open() {
    graph = new Served(this::answer);
    rig = rig(new FacebookPages(), "PAGE");
  }

  @AfterEach
  void close() {
    rig.close();
    graph.close();
  }

  @Test
  void everyPostAndEveryCommentThatWasNotToldIsFoundPageByPage() {
    rig.turn();

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(truth());
    assertThat(graph.asked())
        .allSatisfy(
            asked ->
                assertThat(asked.query())
                    .containsEntry(
                        "appsecret_proof",
                        Signatures.hex("app", "page".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void anHourLaterOnlyWhatIsNewIsLookedForBelowAPost() {
    Instant due = rig.turn();
    rig.clock.to(due.plus(Duration.ofHours(1)));
    Instant again = rig.turn();
    int below = graph.asked("GET", "/PAGE_0/comments").size();
    rig.clock.to(again);
    rig.turn();

    assertThat(due).isEqualTo(Rig.NOON.plus(Duration.ofHours(1)));
    assertThat(below).as("read twice, for the overlap of an hour").isEqualTo(4);
    assertThat(graph.asked("GET", "/PAGE_0/comments")).as("all there is older").hasSize(below);
    assertThat(graph.asked("GET", "/PAGE/feed")).hasSize(9);
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void aCommentThatIsGoneFromInstagramIsNoticed() {
    try (Rig insta = rig(new Instagram(), "IG")) {
      insta.turn();
      gone.add("C0_0");
      insta.run(Duration.ofHours(3));

      assertThat(insta.told())
          .filteredOn(MentionDeleted.class::isInstance)
          .extracting(IngestEvent::mentionId)
          .containsExactly("instagram:C0_0");
    }
  }

  @Test
  void aTokenThatIsNotAcceptedNeedsAPersonAndDeletesNothing() {
    rig.turn();
    int told = rig.told().size();
    trouble = error(400, 190, 0);

    rig.run(Duration.ofHours(3));

    assertThat(rig.needsAttention()).isTrue();
    assertThat(rig.told()).hasSize(told);
  }

  @Test
  void aGraphThatCountsTooManyCallsIsLeftAloneForAWhile() {
    trouble = error(400, 4, 0);
    Instant due = rig.turn();
    int asked = graph.asked().size();
    rig.clock.forward(Duration.ofMinutes(14));
    rig.turn();
    assertThat(graph.asked()).hasSize(asked);
    trouble = Reply.status(0);
    rig.clock.to(due);
    rig.turn();

    assertThat(due).isEqualTo(Rig.NOON.plus(Duration.ofMinutes(15)));
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(truth());
  }

  @Test
  void aGraphThatFailsOrBreaksOffIsReadAgain() {
    trouble = Reply.status(502);
    Instant due = rig.turn();
    assertThat(rig.trouble()).contains("502");
    trouble = new Reply(200, Map.of(), "{\"data\":[{\"id\":\"PAGE_");
    rig.clock.to(due);
    due = rig.turn();
    assertThat(rig.parked()).hasSize(1);
    trouble = Reply.status(0);
    rig.clock.to(due);
    rig.turn();

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(truth());
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    int crashes =
        PollCrash.at(
            IntStream.iterate(1, n -> n <= 24, n -> n + 3),
            () -> rig(new FacebookPages(), "PAGE"),
            ids -> ids.containsExactlyInAnyOrderElementsOf(truth()));
    assertThat(crashes).isEqualTo(16);
  }

  @Test
  void withoutAPageTokenNothingIsAsked() {
    FacebookPages facebook = new FacebookPages();
    try (Rig told = new Rig(facebook, graph.address(), "app", Map.of("account", "PAGE"))) {
      assertThat(facebook.polls(told.opened())).isFalse();
      assertThat(facebook.polls(rig.opened())).isTrue();
    }
  }

  private List<String> ids() {
    return rig.posted().stream().map(Mention::id).toList();
  }

  /** The posts of the last month, and the comments below the newest of them. */
  private static List<String> truth() {
    return Stream.concat(
            IntStream.range(0, POSTS).mapToObj(n -> "facebook:PAGE_" + n),
            IntStream.range(0, COMMENTS).mapToObj(n -> "facebook:C0_" + n))
        .toList();
  }

  private Rig rig(AnsweringSource kind, String account) {
    return new Rig(kind, graph.address(), "app:page", Map.of("account", account));
  }

  private Reply answer(Asked asked) {
    if (trouble.status() != 0) {
      return trouble;
    }
    int after = Integer.parseInt(asked.query().getOrDefault("after", "0"));
    return switch (asked.path()) {
      case "/PAGE/feed", "/IG/media" -> {
        int end = Math.min(POSTS, after + 25);
        yield Reply.json(
            list(IntStream.range(after, end).mapToObj(ReconcilingTest::post).toList(), end, POSTS));
      }
      case "/PAGE_0/comments" -> Reply.json(comments(after, 100));
      default ->
          gone.contains(asked.path().substring(1))
              ? error(400, 100, 33)
              : Reply.json("{\"id\":\"" + asked.path().substring(1) + "\"}");
    };
  }

  private static String post(int n) {
    return "{\"id\":\"PAGE_"
        + n
        + "\",\"from\":{\"id\":\"U1\",\"name\":\"Jo\"},\"message\":\"kettlery post "
        + n
        + "\",\"created_time\":\""
        + written(Rig.NOON.minus(Duration.ofHours(n)))
        + "\",\"timestamp\":\""
        + written(Rig.NOON.minus(Duration.ofHours(n)))
        + "\""
        + (n == 0 ? ",\"comments\":" + comments(0, 100) : "")
        + "}";
  }

  /** Newest first. */
  private static String comments(int from, int most) {
    int end = Math.min(COMMENTS, from + most);
    return list(
        IntStream.range(from, end)
            .mapToObj(
                n ->
                    "{\"id\":\"C0_"
                        + n
                        + "\",\"from\":{\"id\":\"U2\",\"name\":\"Kim\",\"username\":\"kim\"},"
                        + "\"message\":\"kettlery\",\"text\":\"kettlery\",\"created_time\":\""
                        + written(NEWEST.minusSeconds(n))
                        + "\",\"timestamp\":\""
                        + written(NEWEST.minusSeconds(n))
                        + "\"}")
            .toList(),
        end,
        COMMENTS);
  }

  private static String list(List<String> data, int next, int all) {
    return "{\"data\":["
        + data.stream().collect(Collectors.joining(","))
        + "],\"paging\":{\"cursors\":{\"after\":\""
        + next
        + "\"}"
        + (next < all ? ",\"next\":\"https://graph.invalid/next\"" : "")
        + "}}";
  }

  /** As the Graph writes times. */
  private static String written(Instant at) {
    return at.toString().replace("Z", "+0000");
  }

  private static Reply error(int status, int code, int subcode) {
    return new Reply(
        status,
        Map.of(),
        "{\"error\":{\"message\":\"no\",\"type\":\"OAuthException\",\"code\":"
            + code
            + ",\"error_subcode\":"
            + subcode
            + "}}");
  }
}
