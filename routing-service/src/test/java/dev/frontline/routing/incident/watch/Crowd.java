package dev.frontline.routing.incident.watch;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.routing.incident.VariedTraffic;
import dev.frontline.routing.incident.VariedTraffic.Straying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * A crowd that talks about a brand day and night: a day's and a week's rhythm, a rate that wanders,
 * a sixth complaints, three in two hundred risky; and events planted in it.
 */
final class Crowd {

  /** What happens to a brand, at any hour of the day. */
  enum Event {
    NONE,
    /**
     * A story of people who were hurt that reaches twice the usual volume (or, on a small brand,
     * eight posts an hour) within ten minutes and lasts for three hours.
     */
    CRISIS,
    /**
     * Praise that goes round: ten times the usual volume (or a post a minute) within ten minutes,
     * for three hours, with a question and now and then a complaint in it.
     */
    PRAISE,
    /** One account that says three hundred times within an hour that it was hurt. */
    BOT,
    /** Three accounts that complain a hundred times each within an hour. */
    THREE_BOTS
  }

  /**
   * What came of it.
   *
   * @param falseAlarms outside of crises
   * @param missed events of which nothing was told
   * @param minutes from each crisis' (or praise's) first moment until it was told
   * @param people who had told it by then
   * @param causes of the false alarms
   */
  record Outcome(
      int falseAlarms,
      int missed,
      List<Integer> minutes,
      List<Integer> people,
      List<String> causes) {}

  private static final long BEGIN = 1_767_225_600_000L;
  private static final int DAY = 24 * 60;
  private static final int LASTS = 180;
  private static final int RAMP = 10;

  /** What comes of an event comes until then. */
  private static final int AFTERMATH = LASTS + DAY / 2;

  private final Random random;
  private final IntToDoubleFunction rates;
  private final BrandWatch watch = new BrandWatch("Kettlery", Bars.DEFAULT, new Nowhere());
  private final Set<String> alarms = new HashSet<>();
  private final Outcome outcome =
      new Outcome(0, 0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private Event event = Event.NONE;
  private int onset = Integer.MAX_VALUE;
  private int told;
  private boolean seen;
  private int missed;
  private double wander;
  private long id;

  /** A rate that wanders by a quarter with a memory of half an hour. */
  Crowd(long seed, double postsADay) {
    random = new Random(seed);
    rates = minute -> plain(minute, postsADay);
  }

  private Crowd(long seed, VariedTraffic traffic) {
    random = new Random(seed);
    rates = traffic::rate;
  }

  /** A rhythm that follows from the seed, and a rate that strays as is said. */
  static Crowd straying(long seed, double postsADay, Straying straying) {
    return new Crowd(seed, new VariedTraffic(seed, postsADay, straying));
  }

  /** The crowd talks for so many days, and one crisis follows another after four weeks. */
  Outcome talk(int days, int crisisEvery) {
    return talk(days, crisisEvery == 0 ? Event.NONE : Event.CRISIS, crisisEvery);
  }

  /**
   * @param every days from one event to the next after four weeks
   */
  Outcome talk(int days, Event planted, int every) {
    event = planted;
    onset = planted == Event.NONE ? Integer.MAX_VALUE : 28 * DAY + random.nextInt(DAY);
    for (int minute = 0; minute < days * DAY; minute++) {
      double rate = rates.applyAsDouble(minute);
      List<Said> said = new ArrayList<>();
      for (long i = poisson(rate); i > 0; i--) {
        said.add(ordinary(minute));
      }
      int age = minute - onset;
      if (age >= 0 && age < LASTS) {
        happens(minute, age, rate, said);
      }
      hear(minute, age, said);
      if (age == AFTERMATH) {
        missed += seen ? 0 : 1;
        onset += every * DAY + random.nextInt(DAY);
        told = 0;
        seen = false;
      }
    }
    return new Outcome(
        outcome.causes.size(), missed, outcome.minutes, outcome.people, outcome.causes);
  }

  private void happens(int minute, int age, double rate, List<Said> said) {
    double grown = Math.min(1, age / (double) RAMP);
    double more =
        switch (event) {
          case NONE -> 0;
          case CRISIS -> Math.max(2 * rate, 8 / 60.0) * grown;
          case PRAISE -> Math.max(9 * rate, 1) * grown;
          case BOT, THREE_BOTS -> age < 60 ? 5 : 0;
        };
    for (long i = poisson(more); i > 0; i--) {
      told++;
      said.add(
          switch (event) {
            case BOT -> hurt(minute).by("bot");
            case THREE_BOTS -> post(minute).complaint().by("bot" + told % 3);
            case PRAISE -> delighted(minute);
            case CRISIS, NONE -> hurt(minute);
          });
    }
  }

  private void hear(int minute, int age, List<Said> said) {
    List<Rise> rises = new ArrayList<>();
    for (Said one : said) {
      Heard heard = one.heard();
      rises.addAll(watch.hear(heard, heard.at() + 1_000));
    }
    rises.addAll(watch.tick(BEGIN + (minute + 1) * 60_000L));
    IncidentKind awaited = event == Event.PRAISE ? IncidentKind.OPPORTUNITY : IncidentKind.CRISIS;
    for (Rise rise : rises) {
      boolean alarm = rise.alarm() && alarms.add(rise.incidentId());
      if (age >= 0 && age < LASTS && !seen && rise.kind() == awaited && (alarm || !rise.alarm())) {
        if (event == Event.PRAISE || alarm) {
          seen = true;
          outcome.minutes.add(age + 1);
          outcome.people.add(told);
        }
      }
      if (alarm && !(event == Event.CRISIS && age >= 0 && age < AFTERMATH)) {
        outcome.causes.add(rise.cause());
      }
    }
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

  private Said delighted(int minute) {
    Said said = post(minute).saying("lovely", "kettle");
    double what = random.nextDouble();
    return what < 0.03 ? said.complaint() : what < 0.15 ? said : said.praise();
  }

  private Said post(int minute) {
    long at = BEGIN + minute * 60_000L + random.nextInt(60_000);
    return Said.post("p" + id++).by("a" + random.nextInt(1_000_000)).at(at);
  }

  private double plain(int minute, double postsADay) {
    wander();
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
