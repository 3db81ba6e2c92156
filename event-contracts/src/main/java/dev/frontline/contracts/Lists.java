package dev.frontline.contracts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defensive copies for record components that an older writer may have left out. */
public final class Lists {

  private Lists() {}

  /** An immutable copy; empty where the value is absent. */
  public static <T> List<T> copy(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** An immutable copy; empty where the value is absent. Iteration order is not kept. */
  public static <K, V> Map<K, V> copy(@Nullable Map<K, V> values) {
    return values == null ? Map.of() : Map.copyOf(values);
  }
}
