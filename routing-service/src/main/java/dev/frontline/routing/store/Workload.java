package dev.frontline.routing.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many cases each person has in hand: counted in the store every few seconds, kept up in
 * between by what this instance proposes.
 */
public final class Workload {

  private static final Duration GOOD_FOR = Duration.ofSeconds(10);

  private final Cases cases;
  private final Map<String, Integer> byPerson = new ConcurrentHashMap<>();
  private Instant countedAt = Instant.EPOCH;

  public Workload(Cases cases) {
    this.cases = cases;
  }

  /** The live figures; who proposes somebody adds one. */
  public synchronized Map<String, Integer> byPerson(Instant now) {
    if (countedAt.plus(GOOD_FOR).isBefore(now)) {
      Map<String, Integer> counted = cases.load();
      byPerson.clear();
      byPerson.putAll(counted);
      countedAt = now;
    }
    return byPerson;
  }
}
