package dev.frontline.kit.company;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a company file; each problem names its line and what is allowed. */
final class Problems {

  private final FileLines lines;
  private final List<String> found = new ArrayList<>();

  Problems(FileLines lines) {
    this.lines = lines;
  }

  void add(Spot spot, String what) {
    StringBuilder problem = new StringBuilder("frontline.yaml ");
    lines.of(spot).ifPresent(line -> problem.append("line ").append(line).append(' '));
    found.add(problem.append(spot.shown()).append(": ").append(what).toString());
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidCompanyFileException(String.join("\n", found));
    }
  }

  /** Whether there is a value; a problem where not. */
  boolean present(Spot spot, @Nullable Object value, String allowed) {
    if (value == null || value instanceof String text && text.isBlank()) {
      add(spot, "is missing; " + allowed);
      return false;
    }
    return true;
  }

  void oneOf(Spot spot, @Nullable String value, Collection<String> allowed) {
    if (value == null || !allowed.contains(value)) {
      add(spot, "'" + value + "' is not one of " + allowed.stream().sorted().toList());
    }
  }

  void eachOneOf(Spot spot, List<String> values, Collection<String> allowed) {
    for (int i = 0; i < values.size(); i++) {
      oneOf(spot.item(i), values.get(i), allowed);
    }
  }

  void matches(Spot spot, @Nullable String value, Pattern pattern, String allowed) {
    if (value == null || !pattern.matcher(value).matches()) {
      add(spot, "'" + value + "' is not " + allowed);
    }
  }

  void positive(Spot spot, @Nullable Duration duration) {
    if (duration != null && (duration.isZero() || duration.isNegative())) {
      add(spot, duration + " is not longer than nothing; write it as PT30M, PT2H or P1D");
    }
  }

  /** Nothing stands twice in a list of names. */
  void unique(Spot list, List<@Nullable String> names, String what) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name != null && !seen.add(name)) {
        add(list.item(i), "'" + name + "' stands twice; each " + what + " must be unique");
      }
    }
  }
}
