package dev.frontline.routing.incident.count;

import dev.frontline.contracts.incident.CountEvent.MinuteCounted;
import dev.frontline.contracts.incident.CountEvent.PostNoted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hours of a brand as they would be kept. */
public final class Hours {

  private final TreeMap<Long, CountedHour> hours = new TreeMap<>();

  /** What an hour brought before anybody watched. */
  public Hours before(long hour, String signal, double count) {
    at(hour).before.put(signal, count);
    return this;
  }

  /** A minute that was watched. */
  public Hours minute(long minute, Map<String, Double> counts, Map<String, Double> usual) {
    at(Math.floorDiv(minute, 60L))
        .take(
            (int) Math.floorMod(minute, 60L),
            new MinuteCounted("Kettlery", Instant.ofEpochSecond(minute * 60), true, counts, usual));
    return this;
  }

  /** A post at the begin of the hour. */
  public Hours noted(long hour, long followers, String label) {
    at(hour)
        .note(
            "p" + hour,
            new PostNoted(
                "Kettlery",
                "mastodon:p" + hour,
                Instant.ofEpochSecond(hour * 3600),
                "mastodon",
                followers,
                List.of(label)));
    return this;
  }

  /** Both hours belong to it. */
  public MinuteSeries series(long first, long last) {
    return MinuteSeries.of(hours, first * 60, last * 60 + 59);
  }

  private CountedHour at(long hour) {
    return hours.computeIfAbsent(hour, h -> new CountedHour());
  }
}
