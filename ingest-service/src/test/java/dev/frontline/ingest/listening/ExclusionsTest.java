package dev.frontline.ingest.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A brand called Delta, which is also a river's mouth, an airline and a letter. */
class ExclusionsTest {

  private static final String QUERY = "\"delta\"";
  private static final List<String> KEPT =
      List.of("my delta tap drips again", "Delta faucets are great, love the new one");

  @Test
  void aWordThatCoversTheExcludedAndNothingKeptIsLeftOut() {
    List<String> excluded =
        List.of(
            "The river delta floods again",
            "Flying over the Okavango river delta today",
            "a river and its delta, drawn by hand");

    Exclusions.Proposal proposal = Exclusions.propose(QUERY, excluded, KEPT, List.of());

    assertThat(proposal.terms()).containsExactly("river");
    assertThat(proposal.left()).isEmpty();
    assertThat(proposal.text()).isEqualTo("(\"delta\") NOT (\"river\")");
    assertThat(found(proposal.text(), excluded)).containsOnly(false);
    assertThat(found(proposal.text(), KEPT)).containsOnly(true);
  }

  @Test
  void wordsOfWhatIsKeptAreNeverLeftOut() {
    Exclusions.Proposal proposal =
        Exclusions.propose(QUERY, List.of("love the new delta tap"), KEPT, List.of());

    assertThat(proposal.terms()).isEmpty();
    assertThat(proposal.left()).containsExactly(0);
    assertThat(proposal.text()).isEqualTo(QUERY);
  }

  @Test
  void whatIsCommonEverywhereSaysNothing() {
    List<String> everything = Collections.nCopies(100, "breakfast with friends");

    Exclusions.Proposal proposal =
        Exclusions.propose(QUERY, List.of("delta variant at breakfast"), KEPT, everything);

    assertThat(proposal.terms()).containsExactly("variant");
  }

  @Test
  void inASmallSampleTheExcludedPostsDoNotMakeTheirOwnWordsCommon() {
    String variant = "delta variant at breakfast";
    List<String> everything = List.of(variant, "breakfast with friends", "a quiet evening");

    Exclusions.Proposal proposal = Exclusions.propose(QUERY, List.of(variant), KEPT, everything);

    assertThat(proposal.terms()).containsExactly("variant");
  }

  @Test
  void furtherExclusionsJoinThoseBefore() {
    String once = Exclusions.without(QUERY, List.of("river"));

    String twice = Exclusions.without(once, List.of("airline", "hiring"));

    assertThat(twice).isEqualTo("(\"delta\") NOT (\"river\" OR \"airline\" OR \"hiring\")");
    assertThat(QueryLanguage.read(twice)).isInstanceOf(Reading.Understood.class);
  }

  @Test
  void aQueryThatSomebodyWroteWithABracketIsWrappedWhole() {
    String text = "(delta tap) OR (delta) NOT (\"force\")";

    assertThat(Exclusions.without(text, List.of("river")))
        .isEqualTo("(" + text + ") NOT (\"river\")");
  }

  private static List<Boolean> found(String query, List<String> texts) {
    try (StoredQueries one =
        new StoredQueries(List.of(new ListeningQuery("q", Match.Kind.BRAND, "Delta", query)))) {
      return one.of(texts.stream().map(ExclusionsTest::post).toList()).stream()
          .map(matches -> !matches.isEmpty())
          .toList();
    }
  }

  private static Post.Content post(String text) {
    return new Draft("mastodon", "1")
        .author(new Author("a", "a", null, null, null, null))
        .text(text)
        .createdAt(Instant.EPOCH, Instant.EPOCH)
        .content();
  }
}
