package dev.frontline.local.demo.player;

import dev.frontline.contracts.classification.Labels;
import dev.frontline.kit.company.Company;
import dev.frontline.local.demo.stream.Story;
import dev.frontline.local.demo.stream.StoryLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What the four weeks before the story brought, hour by hour, so that what is usual is known when
 * it begins: counts in the rhythm of a day, as many as the story itself has in a day without its
 * crises, drawn with a fixed seed.
 */
final class FourWeeks {

  private static final long SEED = 20261127;
  private static final int DAYS = 28;
  private static final double WEEKEND = 0.7;

  /** Shares of the day's posts by hour, in the company's own time: nights are quiet. */
  private static final double[] DAY = {
    0.3, 0.2, 0.15, 0.15, 0.2, 0.4, 0.8, 1.2, 1.4, 1.4, 1.3, 1.3, 1.4, 1.3, 1.2, 1.2, 1.3, 1.4, 1.6,
    1.7, 1.6, 1.3, 0.9, 0.5
  };

  private FourWeeks() {}

  /**
   * One hour of a brand, as routing takes it.
   *
   * @param counts posts by signal
   */
  record Hour(String brand, Instant hour, Map<String, Double> counts) {}

  /**
   * @param until the story's first moment
   */
  static List<Hour> before(Instant until, Story story, Company company) {
    List<Hour> hours = new ArrayList<>();
    Instant end = until.truncatedTo(ChronoUnit.HOURS);
    for (Company.Brand brand : company.brands()) {
      double share = brand.equals(company.brands().get(0)) ? 0.75 : 0.25;
      Map<String, Double> perDay = perDay(story, share);
      Random random = new Random(SEED + brand.name().hashCode());
      for (int back = DAYS * 24; back > 0; back--) {
        Instant hour = end.minus(back, ChronoUnit.HOURS);
        double times = times(hour, company.zone());
        Map<String, Double> counts = new LinkedHashMap<>();
        perDay.forEach((signal, day) -> counts.put(signal, poisson(random, day / 24 * times)));
        counts.merge("all", 0.0, Double::sum);
        hours.add(new Hour(brand.name(), hour, counts));
      }
    }
    return hours;
  }

  private static double times(Instant hour, ZoneId zone) {
    var at = hour.atZone(zone);
    return DAY[at.getHour()] * (at.getDayOfWeek().getValue() > 5 ? WEEKEND : 1);
  }

  /** What a day of the story has of each signal; of what may hurt the brand a tenth. */
  private static Map<String, Double> perDay(Story story, double share) {
    Map<String, Double> perDay = new LinkedHashMap<>();
    double days = Story.LENGTH / 24;
    List<StoryLine> posts =
        story.timed().stream().filter(l -> l.type() == StoryLine.Type.CREATED).toList();
    perDay.put("all", share * posts.size() / days);
    for (String label : List.of(Labels.COMPLAINT, Labels.PR_RISK)) {
      long having = posts.stream().filter(l -> labels(l).anyMatch(label::equals)).count();
      double usual = label.equals(Labels.PR_RISK) ? 0.1 : 1;
      perDay.put(label.toLowerCase(Locale.ROOT), share * usual * having / days);
    }
    perDay.put("negative", perDay.getOrDefault(Labels.COMPLAINT, 0.0) * 1.3);
    return perDay;
  }

  private static Stream<String> labels(StoryLine line) {
    return line.expect() == null ? Stream.empty() : line.expect().labels().stream();
  }

  private static double poisson(Random random, double mean) {
    double left = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > left; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
