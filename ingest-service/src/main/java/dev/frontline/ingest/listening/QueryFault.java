package dev.frontline.ingest.listening;

/** Where a query is wrong; inside this package only. */
final class QueryFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final int at;
  private final String found;
  private final String expected;

  QueryFault(int at, String found, String expected) {
    super(found + "; " + expected);
    this.at = at;
    this.found = found;
    this.expected = expected;
  }

  Reading.Wrong told() {
    return new Reading.Wrong(at + 1, found, expected);
  }
}
