package dev.frontline.routing.incident.watch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was said before Frontline listened, by hour and signal: from posts that were looked back at,
 * which come in any order, and from counts that somebody kept. Each hour is on the shelf as it
 * changes, and told once nothing more comes of it.
 */
final class History {

  private static final int HOURS = 35 * 24;

  /** So long after the last addition it is learned from. */
  private static final long SETTLED = 20_000;

  private static final String HOUR = "h/";

  private final Shelf shelf;
  private final TreeMap<Long, Map<String, Double>> hours = new TreeMap<>();
  private final TreeSet<Long> untold = new TreeSet<>();
  private long changedAt = -1;

  History(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * Adds a post.
   *
   * @param now wall clock, epoch ms
   */
  void add(Heard post, long now) {
    long hour = Math.floorDiv(post.at(), 3_600_000L);
    Map<String, Double> counts = hours.computeIfAbsent(hour, h -> new HashMap<>());
    post.tallies().forEach(s -> counts.merge(s, post.weight(s), Double::sum));
    changed(hour, now);
  }

  /** Sets what an hour brought. */
  void set(long hour, Map<String, Double> counts, long now) {
    hours.put(hour, new HashMap<>(counts));
    changed(hour, now);
  }

  private void changed(long hour, long now) {
    changedAt = now;
    shelf.put(HOUR + hour, bytes(hour(hour)));
    untold.add(hour);
    bound();
  }

  private void bound() {
    while (hours.size() > HOURS) {
      hours.pollFirstEntry();
    }
  }

  /** Whether there is something new to learn from, and no more of it comes. */
  boolean settled(long now) {
    return changedAt >= 0 && now - changedAt >= SETTLED;
  }

  /** Tells what the hours brought that changed since they were last told. */
  void tell(Tally tally) {
    untold.forEach(hour -> tally.hour(hour, hour(hour)));
    untold.clear();
  }

  /**
   * Takes up what stands on the shelf under a key, if that is an hour.
   *
   * @return whether it is one
   */
  boolean restore(String key, byte[] written) {
    if (!key.startsWith(HOUR)) {
      return false;
    }
    long hour = Long.parseLong(key.substring(HOUR.length()));
    hours.put(hour, counts(written));
    untold.add(hour);
    bound();
    return true;
  }

  /** What is known was not learned from yet. */
  void learnAnew() {
    changedAt = 0;
  }

  void learned() {
    changedAt = -1;
  }

  boolean isEmpty() {
    return hours.isEmpty();
  }

  long first() {
    return hours.firstKey();
  }

  long last() {
    return hours.lastKey();
  }

  Map<String, Double> hour(long hour) {
    return hours.getOrDefault(hour, Map.of());
  }

  /**
   * An hour's count over its minutes as chance would have it, the same at every call: spread evenly
   * it would look steadier than any brand is.
   */
  static double[] minutes(long hour, String signal, double count) {
    Random chance = new Random(hour * 31 + signal.hashCode());
    double[] minutes = new double[60];
    long whole = Math.round(count);
    for (long i = 0; i < whole && i < 100_000; i++) {
      minutes[chance.nextInt(60)]++;
    }
    return minutes;
  }

  private static byte[] bytes(Map<String, Double> counts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(counts.size());
      for (Map.Entry<String, Double> entry : counts.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeFloat(entry.getValue().floatValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, Double> counts(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Map<String, Double> counts = new HashMap<>();
      for (int left = in.readShort(); left > 0; left--) {
        counts.put(in.readUTF(), (double) in.readFloat());
      }
      return counts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
