package dev.frontline.ingest.fetch;

import java.net.UnknownHostException;

/** What is said of a host whose name nobody here knows. */
public final class UnknownName {

  private UnknownName() {}

  /**
   * In words. The platform names the host alone, or the host and what the resolver said behind a
   * colon.
   */
  public static String words(UnknownHostException e) {
    String said = String.valueOf(e.getMessage());
    int colon = said.indexOf(':');
    String name = colon < 0 ? said : said.substring(0, colon);
    return "the name " + name + " cannot be looked up from here";
  }
}
