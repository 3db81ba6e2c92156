package dev.frontline.kit.company;

import org.jspecify.annotations.Nullable;

/**
 * A place in the company file.
 *
 * @param path where it stands, such as {@code /people/0/shifts/1/from}
 * @param shown how people would name it, such as {@code people.ana.shifts[1].from}
 */
record Spot(String path, String shown) {

  static Spot top(String field) {
    return new Spot("/" + field, field);
  }

  Spot field(String field) {
    return new Spot(path + "/" + field, shown + "." + field);
  }

  Spot item(int index) {
    return new Spot(path + "/" + index, shown + "[" + index + "]");
  }

  /** An item that is known by a name; by its number where it has none. */
  Spot item(int index, @Nullable String name) {
    return name == null || name.isBlank()
        ? item(index)
        : new Spot(path + "/" + index, shown + "." + name);
  }
}
