package dev.frontline.classify.rising;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The terms of the last two days, by brand and hour, in memory. Safe for use by many threads. */
final class TermCounts {

  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private final Map<String, NavigableMap<Long, HourOfTerms>> brands = new HashMap<>();
  private final Map<String, BrandNames> names = new HashMap<>();
  private final PostTerms terms = new PostTerms();

  TermCounts(Company company) {
    for (Company.Brand brand : company.brands()) {
      List<String> all = new ArrayList<>(brand.terms());
      all.add(brand.name());
      all.addAll(brand.products());
      names.put(brand.name(), BrandNames.of(all));
      brands.put(brand.name(), new TreeMap<>());
    }
  }

  /** Where an hour of a brand stands in the store. */
  record Place(String brand, long hour) {}

  static long hourOf(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), HOUR);
  }

  /** Counts what was judged for the first time, and says which hours changed. */
  synchronized Set<Place> count(Collection<ClassifyEvent> judged, Instant now) {
    Set<Place> changed = new HashSet<>();
    for (ClassifyEvent event : judged) {
      if (event instanceof ClassifyEvent.MentionClassified e
          && counts(e.mention(), e.classification(), now)) {
        for (String brand : e.mention().brands()) {
          NavigableMap<Long, HourOfTerms> hours = brands.get(brand);
          if (hours != null) {
            long hour = hourOf(e.mention().acceptedAt());
            hours
                .computeIfAbsent(hour, h -> new HourOfTerms())
                .add(
                    terms.of(e.mention().text(), names.getOrDefault(brand, BrandNames.NONE)),
                    e.mention().author().id().hashCode(),
                    e.mention().id());
            changed.add(new Place(brand, hour));
          }
        }
      }
    }
    return changed;
  }

  /** A person's own words heard lately: no copies, no adverts, nothing of ours. */
  private static boolean counts(Mention mention, Classification judged, Instant now) {
    Instant at = mention.acceptedAt();
    return judged.notScored() == null
        && !mention.history()
        && mention.repostOf() == null
        && judged.nearCopyOf() == null
        && !judged.has(Labels.NOISE)
        && at.isAfter(now.minus(Standout.LATELY))
        && at.isBefore(now.plus(Duration.ofHours(1)));
  }

  /** Takes in what was counted of an hour before. */
  synchronized void remember(Place place, HourOfTerms hour) {
    NavigableMap<Long, HourOfTerms> hours = brands.get(place.brand());
    if (hours != null) {
      hours.put(place.hour(), hour);
    }
  }

  /** Lets go of what is older than is looked at, and of who it was in older hours. */
  synchronized void age(Instant now) {
    for (NavigableMap<Long, HourOfTerms> hours : brands.values()) {
      hours.headMap(hourOf(now.minus(Standout.LATELY).minus(Standout.BEFORE))).clear();
      hours.headMap(hourOf(now.minus(Standout.LATELY))).values().forEach(HourOfTerms::age);
    }
  }

  /**
   * What stands out, the most surprising first; empty for a brand that is not ours.
   *
   * @param others what other instances counted
   */
  synchronized List<RisingTerm> rising(
      String brand, Map<Place, List<HourOfTerms>> others, Instant now, int most) {
    long firstLately = hourOf(now.minus(Standout.LATELY)) + 1;
    List<HourOfTerms> lately = new ArrayList<>();
    List<HourOfTerms> before = new ArrayList<>();
    brands
        .getOrDefault(brand, new TreeMap<>())
        .forEach((hour, terms) -> (hour >= firstLately ? lately : before).add(terms));
    others.forEach(
        (place, terms) -> {
          if (place.brand().equals(brand)) {
            (place.hour() >= firstLately ? lately : before).addAll(terms);
          }
        });
    return Standout.of(lately, before, most);
  }

  /** What of an hour is kept in the store. */
  synchronized <T> List<T> written(Collection<Place> places, Writer<T> writer) {
    List<T> written = new ArrayList<>();
    for (Place place : places) {
      HourOfTerms hour = brands.getOrDefault(place.brand(), new TreeMap<>()).get(place.hour());
      if (hour != null) {
        written.add(writer.write(place, hour));
      }
    }
    return written;
  }

  /** Writes an hour down. */
  interface Writer<T> {
    T write(Place place, HourOfTerms hour);
  }
}
