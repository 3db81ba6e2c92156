package dev.frontline.routing.incident.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The posts of the last two hours and how many of each signal came in which minute. A post that is
 * heard twice counts once, and nobody counts more than twice an hour, so that one bot is no crowd.
 */
final class MinuteBook {

  static final int MINUTES = 120;
  private static final int TIMES_AN_HOUR = 2;

  /** Above that many the oldest posts are let go; their minutes stay counted. */
  private static final int MOST_POSTS = 20_000;

  private final Map<String, Heard> posts = new LinkedHashMap<>();
  private final TreeMap<Long, List<String>> ids = new TreeMap<>();
  private final TreeMap<Long, Map<String, Double>> counts = new TreeMap<>();
  private final Map<Long, int[]> turns = new HashMap<>();
  private long hour = -1;

  /** What a post added: each signal's weight, nothing where all of it was known. */
  record Added(long minute, Map<String, Double> weights, @Nullable Heard letGo) {}

  /** Takes a post in; one that is judged again counts in the signals in which it did not yet. */
  Added put(Heard post) {
    Heard known = posts.get(post.mentionId());
    if (known == null && post.again()) {
      return new Added(minute(post.at()), Map.of(), null);
    }
    Heard kept = known == null ? post : at(post, known.at());
    posts.put(kept.mentionId(), kept);
    if (known == null) {
      ids.computeIfAbsent(minute(kept.at()), m -> new ArrayList<>()).add(kept.mentionId());
    }
    Map<String, Double> weights = new HashMap<>();
    if (known != null || mayCount(kept)) {
      Collection<String> before = known == null ? List.of() : known.tallies();
      for (String signal : kept.tallies()) {
        if (!before.contains(signal)) {
          weights.put(signal, kept.weight(signal));
        }
      }
    }
    long minute = minute(kept.at());
    Map<String, Double> of = counts.computeIfAbsent(minute, m -> new HashMap<>());
    weights.forEach((signal, weight) -> of.merge(signal, weight, Double::sum));
    return new Added(minute, weights, posts.size() > MOST_POSTS ? oldest() : null);
  }

  Map<String, Double> counts(long minute) {
    return counts.getOrDefault(minute, Map.of());
  }

  double count(long minute, String signal) {
    return counts(minute).getOrDefault(signal, 0.0);
  }

  /** Posts after the one minute, up to the other, that count in the signal; null for all posts. */
  List<Heard> posts(@Nullable String signal, long after, long upTo) {
    List<Heard> found = new ArrayList<>();
    for (List<String> minute : ids.subMap(after, false, Math.max(after, upTo), true).values()) {
      for (String id : minute) {
        Heard post = posts.get(id);
        if (post != null && (signal == null || post.counts(signal))) {
          found.add(post);
        }
      }
    }
    return found;
  }

  Optional<Heard> post(String mentionId) {
    return Optional.ofNullable(posts.get(mentionId));
  }

  /** Lets go of everything of that minute and before. */
  List<Heard> forget(long minute) {
    counts.headMap(minute, true).clear();
    List<Heard> gone = new ArrayList<>();
    Map<Long, List<String>> before = ids.headMap(minute, true);
    for (List<String> some : before.values()) {
      for (String id : some) {
        Heard post = posts.remove(id);
        if (post != null) {
          gone.add(post);
        }
      }
    }
    before.clear();
    return gone;
  }

  static long minute(long millis) {
    return Math.floorDiv(millis, 60_000L);
  }

  private boolean mayCount(Heard post) {
    long now = minute(post.at()) / 60;
    if (now > hour) {
      turns.clear();
      hour = now;
    }
    int[] times = turns.computeIfAbsent(post.author(), a -> new int[1]);
    return ++times[0] <= TIMES_AN_HOUR;
  }

  private Heard oldest() {
    Heard first = posts.values().iterator().next();
    posts.remove(first.mentionId());
    ids.getOrDefault(minute(first.at()), new ArrayList<>()).remove(first.mentionId());
    return first;
  }

  private static Heard at(Heard p, long at) {
    return new Heard(
        p.brand(),
        p.mentionId(),
        at,
        p.quiet(),
        false,
        p.author(),
        p.network(),
        p.lang(),
        p.mood(),
        p.flags(),
        p.riskKind(),
        p.storyId(),
        p.themes(),
        p.reach(),
        p.followers(),
        p.terms());
  }
}
