package dev.frontline.local.doctor;

/**
 * One line of the page.
 *
 * @param detail what was found, and what to do where it is not well
 */
record Finding(Verdict verdict, String what, String detail) {

  /** How it stands. */
  enum Verdict {
    OK,
    NOTE,
    WRONG
  }

  static Finding ok(String what, String detail) {
    return new Finding(Verdict.OK, what, detail);
  }

  static Finding note(String what, String detail) {
    return new Finding(Verdict.NOTE, what, detail);
  }

  static Finding wrong(String what, String detail) {
    return new Finding(Verdict.WRONG, what, detail);
  }

  String line() {
    String mark =
        switch (verdict) {
          case OK -> "ok   ";
          case NOTE -> "note ";
          case WRONG -> "WRONG";
        };
    return "%s  %-18s %s".formatted(mark, what, detail);
  }
}
