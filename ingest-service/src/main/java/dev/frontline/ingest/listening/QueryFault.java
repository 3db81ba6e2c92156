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

  /**
   * @param text of the whole query, in which characters are counted as people do
   */
  Reading.Wrong told(String text) {
    int before = text.codePointCount(0, Math.min(at, text.length()));
    return new Reading.Wrong(before + 1, found, expected);
  }
}
