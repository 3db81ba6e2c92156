package dev.frontline.ingest.bench;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.listening.ListeningQuery;
import dev.frontline.ingest.post.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invented posts and queries, the same for the same seed. Words of posts are as frequent as Zipf's
 * law says, of 20,000; names that are listened for do not occur among them.
 */
final class Traffic {

  private static final int VOCABULARY = 20_000;
  private static final int FEWEST_WORDS = 8;
  private static final int MORE_WORDS = 25;

  /** Nobody listens for the most frequent words of a language alone. */
  private static final int TOO_FREQUENT = 500;

  private static final String[] BEGINNINGS = {
    "b", "br", "c", "d", "f", "g", "gr", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr",
    "v"
  };
  private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ea", "ou", "ai"};

  private final Random random;
  private final List<String> words;
  private final double[] upTo = new double[VOCABULARY];

  Traffic(long seed) {
    random = new Random(seed);
    Set<String> made = new LinkedHashSet<>();
    while (made.size() < VOCABULARY) {
      made.add(word(1 + made.size() % 3 + random.nextInt(2)));
    }
    words = List.copyOf(made);
    double sum = 0;
    for (int rank = 0; rank < VOCABULARY; rank++) {
      sum += 1.0 / (rank + 2.7);
      upTo[rank] = sum;
    }
  }

  List<Post.Content> posts(int count) {
    List<Post.Content> posts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = FEWEST_WORDS + random.nextInt(MORE_WORDS);
      for (int k = 0; k < length; k++) {
        text.append(frequent()).append(' ');
      }
      posts.add(
          new Post.Content(
              "bench:" + i,
              "bench",
              new Author("a" + i % 1000, "a" + i % 1000, null, (long) (i % 5000), null, null),
              text.toString(),
              "en",
              Instant.EPOCH,
              null,
              null,
              null,
              null,
              null,
              List.of(),
              Engagement.NONE));
    }
    return posts;
  }

  /**
   * A third with a phrase or NEAR, 2 % with a prefix, the others one or two words.
   *
   * @param absent how many of a hundred are names that no post holds
   */
  List<ListeningQuery> queries(int count, int absent) {
    List<ListeningQuery> queries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean name = i % 100 < absent;
      String a = name ? "x" + word(3) + i : ordinary();
      String b = name ? word(2) : ordinary();
      String text;
      if (i % 50 == 7) {
        text = a.substring(0, Math.max(3, a.length() - 1)) + "*";
      } else if (i % 3 == 0) {
        text = i % 6 == 0 ? "\"" + a + " " + b + "\"" : a + " NEAR/5 " + b;
      } else {
        text = i % 2 == 0 ? a : a + " OR (" + b + " AND " + a + "s)";
      }
      queries.add(new ListeningQuery("q" + i, Match.Kind.TOPIC, "q" + i, text));
    }
    return queries;
  }

  private String ordinary() {
    return words.get(TOO_FREQUENT + random.nextInt(VOCABULARY - TOO_FREQUENT));
  }

  private String frequent() {
    double at = random.nextDouble() * upTo[VOCABULARY - 1];
    int low = 0;
    int high = VOCABULARY - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words.get(low);
  }

  private String word(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(BEGINNINGS[random.nextInt(BEGINNINGS.length)]);
      word.append(MIDDLES[random.nextInt(MIDDLES.length)]);
    }
    return word.append(BEGINNINGS[random.nextInt(BEGINNINGS.length)]).toString();
  }
}
