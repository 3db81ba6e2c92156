package dev.frontline.ingest.bench;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.listening.ListeningQuery;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.post.Post;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench listen}: posts a second on one core against 100, 1,000 and 10,000 stored queries, in
 * batches of 500, beside running every query over every post.
 */
public final class ListenBench {

  private static final long SEED = 20_261_127;
  private static final int POSTS = 20_000;
  private static final int ABSENT = 80;
  private static final int WARM_UP = 3_000;
  private static final int NAIVE_POSTS = 40;
  private static final int SINGLE_POSTS = 1_000;
  private static final int SECONDS = 5;
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final Traffic traffic;
  private final List<Post.Content> posts;

  private ListenBench(PrintStream out) {
    this.out = out;
    this.traffic = new Traffic(SEED);
    this.posts = traffic.posts(POSTS);
  }

  /** Prints the table and ends with the line {@code RESULT}. */
  public static void main(String[] args) {
    new ListenBench(System.out).run();
  }

  private void run() {
    say("seed %d, %d posts of 8 to 32 words, one thread, batches of 500", SEED, POSTS);
    say("80 %% of the queries are names that no post holds, 20 %% ordinary words;");
    say("a third with a phrase or NEAR, 2 %% with a prefix");
    List<ListeningQuery> all = traffic.queries(10_000, ABSENT);
    double hundred = measured(all.subList(0, 100));
    double thousand = measured(all.subList(0, 1_000));
    double tenThousand = measured(all);
    singly(all);
    double naive = naive(all);
    say("wide mix: 10,000 queries of ordinary words alone");
    measured(traffic.queries(10_000, 0));
    say("10,000 queries: %.0f times as fast as one by one", tenThousand / naive);
    out.printf(
        Locale.ROOT,
        "RESULT posts_per_s_100=%.0f posts_per_s_1000=%.0f posts_per_s_10000=%.0f"
            + " naive_per_s_10000=%.1f%n",
        hundred,
        thousand,
        tenThousand,
        naive);
  }

  private double measured(List<ListeningQuery> queries) {
    try (StoredQueries stored = new StoredQueries(queries)) {
      stored.of(posts.subList(0, WARM_UP));
      long begun = System.nanoTime();
      long done = 0;
      long matches = 0;
      while (System.nanoTime() - begun < SECONDS * NANOS) {
        for (List<Match> one : stored.of(posts)) {
          matches += one.size();
        }
        done += posts.size();
      }
      double rate = done / ((System.nanoTime() - begun) / NANOS);
      say(
          "%6d queries: %8.0f posts/s, %.3f matches a post",
          queries.size(), rate, (double) matches / done);
      return rate;
    }
  }

  private void singly(List<ListeningQuery> queries) {
    try (StoredQueries stored = new StoredQueries(queries)) {
      long[] took = new long[SINGLE_POSTS];
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < SINGLE_POSTS; i++) {
          long begun = System.nanoTime();
          stored.of(posts.subList(i, i + 1));
          took[i] = System.nanoTime() - begun;
        }
      }
      Arrays.sort(took);
      say(
          "one post at a time, 10,000 queries: p50 %.2f ms, p99 %.2f ms",
          took[SINGLE_POSTS / 2] / 1e6, took[SINGLE_POSTS * 99 / 100] / 1e6);
    }
  }

  private double naive(List<ListeningQuery> queries) {
    try (StoredQueries stored = StoredQueries.naive(queries)) {
      stored.of(posts.subList(0, 2));
      long begun = System.nanoTime();
      for (int i = 0; i < NAIVE_POSTS; i++) {
        stored.of(posts.subList(i, i + 1));
      }
      double rate = NAIVE_POSTS / ((System.nanoTime() - begun) / NANOS);
      say("%6d queries, each over each post: %.1f posts/s", queries.size(), rate);
      return rate;
    }
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }
}
