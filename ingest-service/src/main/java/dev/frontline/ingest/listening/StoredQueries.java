package dev.frontline.ingest.listening;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.post.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;

/**
 * Holds queries and finds those that a post meets. Posts are turned into a small index and queries
 * looked up by the words that posts hold, so that of ten thousand only the few are run that could
 * match; many posts at a time share that work. A set that is built is never changed.
 */
public final class StoredQueries implements AutoCloseable {

  /** Posts that are matched together; more in one go gain nothing. */
  private static final int TOGETHER = 500;

  /** A query is filed under its rarest words this many times; a post must hold one of each. */
  private static final int PASSES = 2;

  private static final int LOADED_TOGETHER = 5_000;
  private static final Comparator<Match> BRANDS_FIRST =
      Comparator.comparing(Match::kind).thenComparing(Match::queryId);

  private final Monitor monitor;
  private final Map<String, Match> matches = new HashMap<>();

  /**
   * @throws IllegalArgumentException where a query cannot be read; those that are stored can
   */
  public StoredQueries(Collection<ListeningQuery> queries) {
    this(queries, new MultipassTermFilteredPresearcher(PASSES));
  }

  /** Runs every query over every post: what there is to be measured against. */
  public static StoredQueries naive(Collection<ListeningQuery> queries) {
    return new StoredQueries(queries, Presearcher.NO_FILTERING);
  }

  private StoredQueries(Collection<ListeningQuery> queries, Presearcher presearcher) {
    try {
      monitor =
          new Monitor(
              new PostAnalyzer(),
              presearcher,
              new MonitorConfiguration()
                  .setQueryUpdateBufferSize(LOADED_TOGETHER)
                  .setPurgeFrequency(1, TimeUnit.DAYS));
      List<MonitorQuery> all = new ArrayList<>(queries.size());
      for (ListeningQuery query : queries) {
        Reading reading = QueryLanguage.read(query.text());
        if (!(reading instanceof Reading.Understood understood)) {
          throw new IllegalArgumentException(query.id() + " cannot be read");
        }
        matches.put(query.id(), query.match());
        all.add(new MonitorQuery(query.id(), understood.query()));
      }
      monitor.register(all);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory does not fail", e);
    }
  }

  /** For each post all that it meets, brands first, each once. */
  public List<List<Match>> of(List<Post.Content> posts) {
    List<List<Match>> found = new ArrayList<>(posts.size());
    for (int from = 0; from < posts.size(); from += TOGETHER) {
      together(posts.subList(from, Math.min(posts.size(), from + TOGETHER)), found);
    }
    return found;
  }

  private void together(List<Post.Content> posts, List<List<Match>> found) {
    Document[] documents = posts.stream().map(PostDocument::of).toArray(Document[]::new);
    try {
      MultiMatchingQueries<QueryMatch> met = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
      if (!met.getErrors().isEmpty() && posts.size() > 1) {
        // A wildcard beside NEAR stands for more words than it may: in fewer posts it does not.
        together(posts.subList(0, posts.size() / 2), found);
        together(posts.subList(posts.size() / 2, posts.size()), found);
        return;
      }
      for (int i = 0; i < documents.length; i++) {
        found.add(
            met.getMatches(i).stream()
                .map(match -> matches.get(match.getQueryId()))
                .sorted(BRANDS_FIRST)
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory does not fail", e);
    }
  }

  public int size() {
    return matches.size();
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory does not fail", e);
    }
  }
}
