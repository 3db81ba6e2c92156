package dev.frontline.routing.incident.watch;

import dev.frontline.contracts.incident.Rise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A crowd that talks about a brand day and night: a day's and a week's rhythm, a rate that wanders
 * by a quarter with a memory of half an hour, a sixth complaints, three in two hundred risky; and
 * crises planted in it, each a story of people who were hurt that reaches twice the usual volume
 * (or, on a small brand, eight posts an hour) within ten minutes and lasts for three hours.
 */
final class Crowd {

  /** What came of it: {@code minutes} from each crisis' first post to its alarm. */
  record Outcome(int falseAlarms, int missed, List<Integer> minutes, List<Integer> people) {}

  private static final long BEGIN = 1_767_225_600_000L;
  private static final int DAY = 24 * 60;
  private static final int LASTS = 180;
  private static final int RAMP = 10;

  private final Random random;
  private final double postsADay;
  private double wander;
  private long id;

  Crowd(long seed, double postsADay) {
    this.random = new Random(seed);
    this.postsADay = postsADay;
  }

  /**
   * @param crisisEvery days from one crisis to the next after four weeks; 0 for none
   */
  Outcome talk(int days, int crisisEvery) {
    BrandWatch watch = new BrandWatch("Kettlery", Bars.DEFAULT, new Nowhere());
    Set<String> alarms = new HashSet<>();
    List<Integer> minutes = new ArrayList<>();
    List<Integer> people = new ArrayList<>();
    int falseAlarms = 0;
    int missed = 0;
    int onset = crisisEvery == 0 ? Integer.MAX_VALUE : 28 * DAY + random.nextInt(DAY);
    int told = 0;
    boolean seen = false;
    for (int minute = 0; minute < days * DAY; minute++) {
      wander();
      List<Said> said = new ArrayList<>();
      long usual = poisson(rate(minute));
      for (long i = 0; i < usual; i++) {
        said.add(ordinary(minute));
      }
      int age = minute - onset;
      if (age >= 0 && age < LASTS) {
        long more =
            poisson(Math.max(2 * rate(minute), 8 / 60.0) * Math.min(1, age / (double) RAMP));
        for (long i = 0; i < more; i++) {
          said.add(hurt(minute));
          told++;
        }
      }
      List<Rise> rises = new ArrayList<>();
      for (Said one : said) {
        Heard heard = one.heard();
        rises.addAll(watch.hear(heard, heard.at() + 1_000));
      }
      rises.addAll(watch.tick(BEGIN + (minute + 1) * 60_000L));
      for (Rise rise : rises) {
        if (!rise.alarm() || !alarms.add(rise.incidentId())) {
          continue;
        }
        boolean during = age >= 0 && age < LASTS;
        if (during && !seen) {
          seen = true;
          minutes.add(age + 1);
          people.add(told);
        }
        falseAlarms += age >= 0 && age < LASTS + DAY / 2 ? 0 : 1;
      }
      if (age == LASTS + DAY / 2) {
        missed += seen ? 0 : 1;
        onset += crisisEvery * DAY + random.nextInt(DAY);
        told = 0;
        seen = false;
      }
    }
    return new Outcome(falseAlarms, missed, minutes, people);
  }

  private Said ordinary(int minute) {
    Said said = post(minute);
    double what = random.nextDouble();
    if (what < 0.015) {
      String[] kinds = {"safety", "labour", "environment", null};
      return said.risky(kinds[random.nextInt(kinds.length)]);
    }
    if (what < 0.18) {
      return said.complaint();
    }
    return what < 0.33 ? said.praise() : said;
  }

  private Said hurt(int minute) {
    return post(minute).risky("safety").complaint().saying("burned", "lid");
  }

  private Said post(int minute) {
    long at = BEGIN + minute * 60_000L + random.nextInt(60_000);
    return Said.post("p" + id++).by("a" + random.nextInt(1_000_000)).at(at);
  }

  private double rate(int minute) {
    double day = minute / (double) DAY;
    double hour = 1 + 0.7 * Math.sin(2 * Math.PI * (day - 0.35));
    double week = (int) day % 7 >= 5 ? 0.7 : 1;
    return postsADay / DAY * hour * week * Math.exp(wander);
  }

  private void wander() {
    double keep = Math.exp(-1 / 30.0);
    wander = keep * wander + Math.sqrt(1 - keep * keep) * 0.25 * random.nextGaussian();
  }

  private long poisson(double mean) {
    double left = Math.exp(-mean);
    long count = -1;
    for (double product = 1; product > left; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** Nothing has to survive. */
  private static final class Nowhere implements Shelf {
    @Override
    public void put(String key, byte[] value) {}

    @Override
    public void delete(String key) {}
  }
}
