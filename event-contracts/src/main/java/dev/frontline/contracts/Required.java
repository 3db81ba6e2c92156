package dev.frontline.contracts;

import org.jspecify.annotations.Nullable;

/** Checks for record components; the message names the field and what is allowed. */
public final class Required {

  private Required() {}

  /**
   * @return the value
   * @throws IllegalArgumentException where it is absent or blank
   */
  public static String text(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is required: a text that is not blank");
    }
    return value;
  }

  /**
   * @return the value
   * @throws IllegalArgumentException where it is absent
   */
  public static <T> T value(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is required");
    }
    return value;
  }
}
