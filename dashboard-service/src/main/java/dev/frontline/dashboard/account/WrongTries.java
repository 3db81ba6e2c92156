package dev.frontline.dashboard.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wrong passwords of the last minute, by who tried from where. Forgets what is older as new ones
 * come, so that names made up at random do not pile up.
 */
final class WrongTries {

  static final Duration WINDOW = Duration.ofMinutes(1);
  static final int ALLOWED = 10;

  private final Map<String, Tries> tries = new ConcurrentHashMap<>();

  private record Tries(Instant since, int count) {
    boolean past(Instant now) {
      return !since.plus(WINDOW).isAfter(now);
    }
  }

  boolean tooMany(String who, Instant now) {
    Tries held = tries.get(who);
    return held != null && !held.past(now) && held.count() >= ALLOWED;
  }

  void add(String who, Instant now) {
    tries.values().removeIf(t -> t.past(now));
    tries.merge(who, new Tries(now, 1), (old, one) -> new Tries(old.since(), old.count() + 1));
  }

  void forget(String who) {
    tries.remove(who);
  }

  int remembered() {
    return tries.size();
  }
}
