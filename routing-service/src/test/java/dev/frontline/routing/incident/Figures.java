package dev.frontline.routing.incident;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Locale;

/** Tables for {@code docs/spikes.md}, printed where {@code -Dfrontline.figures=true} asks. */
public final class Figures {

  /** So many seeds of each kind unless {@code -Dfrontline.seeds} says another number. */
  private static final int SEEDS = 20;

  private Figures() {}

  /** Skips the test where nobody asks for figures. */
  public static void assumeAsked() {
    assumeTrue(Boolean.getBoolean("frontline.figures"), "no figures are asked for");
  }

  /** How many seeds of each kind. */
  public static int seeds() {
    return Integer.getInteger("frontline.seeds", SEEDS);
  }

  /** One line of a table. */
  public static void line(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** The value that half of them stay below; NaN of none. */
  public static double median(List<Integer> values) {
    return part(values, 0.5);
  }

  /** The value that nine in ten stay below; NaN of none. */
  public static double ninth(List<Integer> values) {
    return part(values, 0.9);
  }

  private static double part(List<Integer> values, double share) {
    return values.isEmpty()
        ? Double.NaN
        : values.stream().sorted().toList().get((int) (values.size() * share));
  }
}
