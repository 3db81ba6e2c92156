package dev.frontline.routing.incident.count;

import dev.frontline.contracts.incident.CountEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one hour brought about a brand. Written as JSON. Minutes are those of the hour, 0 to 59.
 * Lives inside one batch.
 */
public final class CountedHour {

  private static final int MOST_NOTED = 500;

  /** Minutes that were watched, as bits. */
  public long watched;

  /** Those of them of which it was known what is usual, as bits. */
  public long known;

  /** Posts by signal and minute; what brought nothing is left out. */
  public Map<String, TreeMap<Integer, Double>> counts = new HashMap<>();

  /** What is usual, by signal and minute. */
  public Map<String, TreeMap<Integer, Double>> usual = new HashMap<>();

  /** What the hour brought before anybody watched, by signal. */
  public Map<String, Double> before = new HashMap<>();

  /** Posts by people with a large following, by hash of their id. */
  public Map<String, Noted> noted = new LinkedHashMap<>();

  /**
   * A post by somebody with a large following.
   *
   * @param at epoch ms
   */
  public record Noted(long at, long followers, List<String> labels) {}

  /** Takes a minute in; one that is known is replaced. */
  void take(int minute, CountEvent.MinuteCounted event) {
    watched |= 1L << minute;
    known = event.known() ? known | 1L << minute : known & ~(1L << minute);
    set(counts, minute, event.counts());
    set(usual, minute, event.usual());
  }

  /** Takes a post in, once. */
  void note(String key, CountEvent.PostNoted event) {
    if (noted.size() < MOST_NOTED || noted.containsKey(key)) {
      noted.put(key, new Noted(event.at().toEpochMilli(), event.followers(), event.labels()));
    }
  }

  boolean isWatched(int minute) {
    return (watched & 1L << minute) != 0;
  }

  boolean isKnown(int minute) {
    return (known & 1L << minute) != 0;
  }

  /** All posts that were noted, oldest first. */
  List<Noted> posts() {
    List<Noted> posts = new ArrayList<>(noted.values());
    posts.sort(java.util.Comparator.comparingLong(Noted::at));
    return posts;
  }

  private static void set(
      Map<String, TreeMap<Integer, Double>> of, int minute, Map<String, Double> values) {
    of.values().forEach(minutes -> minutes.remove(minute));
    values.forEach(
        (signal, value) -> of.computeIfAbsent(signal, s -> new TreeMap<>()).put(minute, value));
    of.values().removeIf(TreeMap::isEmpty);
  }
}
