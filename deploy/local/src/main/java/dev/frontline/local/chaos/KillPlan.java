package dev.frontline.local.chaos;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Whom to end, how and how often.
 *
 * @param kills how many times a part is ended
 * @param signal how
 * @param part the only part that is; null for all of them, each once before any twice
 * @param seed chooses whom and when
 */
public record KillPlan(int kills, StopSignal signal, @Nullable String part, long seed) {

  /** The one to end now. */
  String victim(int kill, List<String> names, Random random) {
    if (part != null) {
      return part;
    }
    return names.get(kill < names.size() ? kill : random.nextInt(names.size()));
  }
}
