package dev.frontline.ingest.accepting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.listening.Seeds;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Match BOILWELL = new Match("rival:Boilwell", Match.Kind.RIVAL, "Boilwell");

  private final Company company =
      CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of());
  private final Source brandless = company.source("quiet-hooks").orElseThrow();
  private final Admission admission = new Admission(company);

  @Test
  void anEditThatNamesNothingAnyMoreStaysWithWhatThePostWasHeardFor() {
    Known before = known(List.of(BOILWELL));

    assertThat(edited("never mind", before)).containsExactly(BOILWELL);
  }

  @Test
  void anEditThatNamesSomethingElseIsAboutThat() {
    Known before = known(List.of(BOILWELL));

    assertThat(edited("teapotia, I meant", before))
        .extracting(Match::name)
        .containsExactly("Teapotia");
  }

  @Test
  void anEditOfAPostWhoseMatchesWereNotKeptGoesToTheSourcesBrand() {
    assertThat(edited("never mind", known(List.of())))
        .containsExactly(new Match("source:quiet-hooks", Match.Kind.BRAND, "Kettlery"));
  }

  private final StoredQueries queries = new StoredQueries(Seeds.of(company));

  private List<Match> edited(String text, Known before) {
    Verdict verdict =
        admission.decide(
            new Post.Updated(content(text), NOON),
            queries.of(List.of(content(text))).get(0),
            Map.of(before.id(), before),
            Map.of(),
            brandless,
            Arrival.LIVE,
            NOON);
    return ((MentionEdited) ((Verdict.Publish) verdict).event()).mention().matched();
  }

  private static Known known(List<Match> matched) {
    return new Known("mastodon:1", "mastodon:1", 1, null, matched);
  }

  private static Post.Content content(String text) {
    return new Post.Content(
        "mastodon:1",
        "mastodon",
        new Author("kim", "kim", null, 5L, null, null),
        text,
        null,
        NOON.minusSeconds(60),
        NOON,
        null,
        null,
        null,
        null,
        List.of(),
        Engagement.NONE);
  }
}
