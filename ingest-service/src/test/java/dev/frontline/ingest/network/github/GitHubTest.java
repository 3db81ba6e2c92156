package dev.frontline.ingest.network.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class GitHubTest {

  private final GitHub github = new GitHub();
  private final List<String> issues = new ArrayList<>();
  private Reply trouble = Reply.status(0);
  private int troubles;
  private final Served network = new Served(this::answer);
  private Rig rig =
      new Rig(github, network.address(), "token", Map.of("query", "kettlery,teapotia"));

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void anIssueIsTakenAndEveryTermIsSearchedForOverTheSameSpan() {
    issue(7, "my kettlery leaks");

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("github:I_7");
              assertThat(mention.text()).isEqualTo("Crash\nmy kettlery leaks");
              assertThat(mention.author().handle()).isEqualTo("jo");
            });
    assertThat(network.asked())
        .extracting(asked -> asked.query().get("q").replaceAll("\"\\w+\"", "x"))
        .containsOnly("x is:issue updated:2026-03-02T11:55:00Z..2026-03-02T12:00:00Z");
  }

  @Test
  void pagesAreReadToTheEnd() {
    for (int n = 0; n < 230; n++) {
      issue(n, "kettlery " + n);
    }

    rig.turn();

    assertThat(rig.posted()).hasSize(230);
  }

  @Test
  void theSecondaryLimitIsObeyedThoughItIsA403() {
    troubles = 1;
    trouble = new Reply(403, Map.of("Retry-After", "61"), "{\"message\":\"secondary rate limit\"}");
    issue(7, "kettlery");

    Instant due = rig.turn();
    rig.clock.to(due);
    rig.turn();

    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(61));
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aTokenThatMayNotNeedsAPerson() {
    troubles = 1;
    trouble = new Reply(403, Map.of(), "{\"message\":\"Resource not accessible\"}");

    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
    assertThat(rig.trouble()).contains("Resource not accessible");
  }

  @Test
  void aSearchThatTellsOnlyAPartIsAskedAgain() {
    issue(7, "kettlery");
    troubles = 1;
    trouble = Reply.json("{\"incomplete_results\":true,\"items\":[]}");

    rig.clock.to(rig.turn());
    rig.turn();

    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    for (int n = 0; n < 5; n++) {
      issue(n, "kettlery " + n);
    }
    PollCrash.at(
        IntStream.rangeClosed(1, 12),
        () -> new Rig(github, network.address(), null, Map.of("query", "kettlery")),
        ids ->
            ids.containsExactlyInAnyOrder(
                "github:I_0", "github:I_1", "github:I_2", "github:I_3", "github:I_4"));
  }

  @Test
  void anAnswerGoesBelowTheIssueAndASecondTryIsLeftToAPerson() throws Exception {
    ReplyRequested reply =
        new ReplyRequested(
            "r-1",
            "case-1",
            "github:I_7",
            "github",
            "rigged",
            "github:I_7",
            "so sorry",
            null,
            "ana",
            Rig.NOON);

    assertThat(github.answer(rig.opened(), reply, false))
        .isEqualTo(new Sent.Posted("github:IC_1", "https://github.com/o/r/issues/7#1"));
    assertThat(github.answer(rig.opened(), reply, true)).isInstanceOf(Sent.Unknown.class);
    assertThat(network.asked("POST", "/graphql")).hasSize(1);
  }

  private void issue(int n, String body) {
    issues.add(
        "{\"node_id\":\"I_"
            + n
            + "\",\"title\":\"Crash\",\"body\":\""
            + body
            + "\",\"html_url\":\"https://github.com/o/r/issues/"
            + n
            + "\",\"user\":{\"login\":\"jo\",\"id\":3},\"created_at\":\"2026-03-02T11:56:00Z\","
            + "\"updated_at\":\"2026-03-02T11:56:00Z\",\"comments\":0}");
  }

  private synchronized Reply answer(Asked asked) {
    if (asked.path().equals("/graphql")) {
      return Reply.json(
          "{\"data\":{\"addComment\":{\"commentEdge\":{\"node\":{\"id\":\"IC_1\",\"url\":"
              + "\"https://github.com/o/r/issues/7#1\"}}}}}");
    }
    if (troubles > 0) {
      troubles--;
      return trouble;
    }
    int page = Integer.parseInt(asked.query().get("page"));
    List<String> found = asked.query().get("q").contains("kettlery") ? issues : List.<String>of();
    int from = Math.min(found.size(), (page - 1) * 100);
    int to = Math.min(found.size(), page * 100);
    return Reply.json("{\"items\":[" + String.join(",", found.subList(from, to)) + "]}");
  }
}
