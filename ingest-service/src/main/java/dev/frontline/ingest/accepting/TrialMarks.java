package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.Match;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is only tried out: its posts are counted and open no cases. */
public interface TrialMarks {

  /** Nothing is. */
  TrialMarks NONE =
      new TrialMarks() {
        @Override
        public boolean source(String sourceId) {
          return false;
        }

        @Override
        public boolean query(String queryId) {
          return false;
        }

        @Override
        public void heard(String sourceId, Heard heard, Instant now) {
          // Nobody asks.
        }
      };

  /** Whether the source is tried out. */
  boolean source(String sourceId);

  /** Whether the query is tried out. */
  boolean query(String queryId);

  /**
   * What a batch says of trials.
   *
   * @param fresh ids of posts that only the source on trial brought so far
   * @param elsewhere ids of posts that it told and others had told before
   * @param after ids of posts that others told after one on trial
   */
  record Heard(Set<String> fresh, Set<String> elsewhere, Set<String> after) {
    boolean isNothing() {
      return fresh.isEmpty() && elsewhere.isEmpty() && after.isEmpty();
    }
  }

  void heard(String sourceId, Heard heard, Instant now);

  /** The matches of a post of the source, marked where they are only tried out. */
  default List<Match> marked(List<Match> matched, String sourceId) {
    boolean all = source(sourceId);
    return matched.stream().map(match -> match.tried(all || query(match.queryId()))).toList();
  }

  /** Whether a post was heard for nothing but a trial. */
  static boolean only(List<Match> matched) {
    return !matched.isEmpty() && matched.stream().allMatch(Match::onTrial);
  }
}
