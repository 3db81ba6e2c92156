package dev.frontline.ingest.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.CompanyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredQueriesTest {

  private static final List<String> WORDS =
      List.of("kettle", "pot", "lid", "leaks", "steam", "tea", "café", "#slow", "@ana", "東京");

  @Test
  void aPostCarriesEverythingThatItMeetsBrandsFirst() {
    StoredQueries queries =
        new StoredQueries(
            Seeds.of(CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of())));

    List<Match> met =
        queries.of(List.of(post("#SlowSunday: boilwell or my Café  Kettle, @Teapotia?"))).get(0);

    assertThat(met)
        .extracting(Match::queryId)
        .containsExactly(
            "brand:Kettlery", "brand:Teapotia", "rival:Boilwell", "campaign:Slow Sunday");
    queries.close();
  }

  /** The filter before the search only saves work: it never changes what is found. */
  @Test
  void findsWhatRunningEveryQueryOverEveryPostFinds() {
    Random random = new Random(5);
    List<ListeningQuery> queries = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      queries.add(new ListeningQuery("q" + i, Match.Kind.TOPIC, "q" + i, query(random, 2)));
    }
    List<Post.Content> posts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 1 + random.nextInt(8); k++) {
        text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
      }
      posts.add(post(text.toString()));
    }

    try (StoredQueries stored = new StoredQueries(queries);
        StoredQueries naive = StoredQueries.naive(queries)) {
      List<List<Match>> found = stored.of(posts);

      assertThat(found).isEqualTo(naive.of(posts));
      assertThat(found.stream().mapToInt(List::size).sum()).isGreaterThan(1_000);
      for (int i = 0; i < 50; i++) {
        assertThat(stored.of(List.of(posts.get(i))).get(0)).isEqualTo(found.get(i));
      }
    }
  }

  @Test
  void wildcardsBesideNearFindTheirPostsAmongMoreWordsThanTheyMayStandFor() {
    List<Post.Content> posts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 20; k++) {
        text.append("kettle").append(i).append('x').append(k).append(' ');
      }
      posts.add(post(text + (i == 217 ? "burnt" : "sang")));
    }

    try (StoredQueries stored =
        new StoredQueries(
            List.of(
                new ListeningQuery("q", Match.Kind.TOPIC, "q", "\"kettle* burn*\"~3"),
                new ListeningQuery("r", Match.Kind.TOPIC, "r", "sang")))) {
      List<List<Match>> found = stored.of(posts);

      assertThat(found).hasSize(300);
      for (int i = 0; i < 300; i++) {
        assertThat(found.get(i)).extracting(Match::queryId).containsExactly(i == 217 ? "q" : "r");
      }
    }
  }

  private static String query(Random random, int depth) {
    String a = WORDS.get(random.nextInt(WORDS.size()));
    String b = WORDS.get(random.nextInt(WORDS.size()));
    if (depth == 0) {
      return a;
    }
    return switch (random.nextInt(11)) {
      case 0 -> "\"" + a + " " + b + "\"";
      case 1 -> "\"" + a + " " + b + "\"~2";
      case 2 -> a + " NEAR/3 " + b;
      case 3 -> "(" + query(random, depth - 1) + ") OR " + b;
      case 4 -> "(" + query(random, depth - 1) + ") AND (" + query(random, depth - 1) + ")";
      case 5 -> a + " NOT (" + query(random, depth - 1) + ")";
      case 6 -> a.length() > 3 && a.charAt(0) < 'z' ? a.substring(0, 3) + "*" : a;
      case 7 -> "\"(" + a + " OR " + b + ") (lid OR hot tea)\"~3";
      case 8 -> "\"le* (" + a + " OR " + b + ")\"~4";
      case 9 -> "(" + a + " OR po*) NEAR/2 (" + b + " OR \"hot tea\")";
      default -> a + " " + b;
    };
  }

  private static Post.Content post(String text) {
    return new Post.Content(
        "x:1",
        "x",
        new Author("someone", null, null, null, null, null),
        text,
        null,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Engagement.NONE);
  }
}
