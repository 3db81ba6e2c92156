package dev.frontline.routing.incident.count;

import dev.frontline.contracts.incident.CountEvent;
import dev.frontline.contracts.incident.CountEvent.HourCounted;
import dev.frontline.contracts.incident.CountEvent.MinuteCounted;
import dev.frontline.contracts.incident.CountEvent.PostNoted;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.kit.kafka.BatchWork;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps what the detector counted, and tells whoever listens. */
public final class CountBatch implements BatchWork<CountEvent> {

  private final Counts counts;
  private final List<CountHearing> hearers;

  CountBatch(Counts counts, List<CountHearing> hearers) {
    this.counts = counts;
    this.hearers = List.copyOf(hearers);
  }

  @Override
  public List<Rejection<CountEvent>> handle(List<Received<CountEvent>> batch) {
    Map<String, List<CountEvent>> byBrand = new LinkedHashMap<>();
    for (Received<CountEvent> received : batch) {
      byBrand
          .computeIfAbsent(received.event().brand(), b -> new ArrayList<>())
          .add(received.event());
    }
    Map<Counts.Key, CountedHour> changed = new HashMap<>();
    byBrand.forEach(
        (brand, events) ->
            taken(brand, events)
                .forEach((hour, of) -> changed.put(new Counts.Key(brand, hour), of)));
    counts.write(changed);
    byBrand.forEach(this::tell);
    return List.of();
  }

  private SortedMap<Long, CountedHour> taken(String brand, List<CountEvent> events) {
    TreeSet<Long> wanted = new TreeSet<>();
    events.forEach(e -> wanted.add(hour(at(e))));
    TreeMap<Long, CountedHour> hours = counts.read(brand, wanted);
    for (CountEvent event : events) {
      CountedHour hour = hours.computeIfAbsent(hour(at(event)), h -> new CountedHour());
      if (event instanceof MinuteCounted minute) {
        hour.take((int) Math.floorMod(minute.minute().getEpochSecond() / 60, 60L), minute);
      } else if (event instanceof HourCounted whole) {
        hour.before = new HashMap<>(whole.counts());
      } else if (event instanceof PostNoted post) {
        hour.note(MentionKey.hash(post.mentionId()), post);
      }
    }
    return hours;
  }

  private void tell(String brand, List<CountEvent> events) {
    List<MinuteCounted> minutes = new ArrayList<>();
    List<PostNoted> posts = new ArrayList<>();
    for (CountEvent event : events) {
      if (event instanceof MinuteCounted minute) {
        minutes.add(minute);
      } else if (event instanceof PostNoted post) {
        posts.add(post);
      }
    }
    if (!minutes.isEmpty() || !posts.isEmpty()) {
      hearers.forEach(h -> h.hear(brand, minutes, posts));
    }
  }

  private static Instant at(CountEvent event) {
    if (event instanceof MinuteCounted minute) {
      return minute.minute();
    }
    return event instanceof HourCounted whole ? whole.hour() : ((PostNoted) event).at();
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 3600L);
  }
}
