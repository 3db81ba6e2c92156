package dev.frontline.ingest.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/** Keeps a configured address from reaching into the company's own network. */
final class FetchGuard {

  private final boolean allowPrivate;

  FetchGuard(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  /**
   * @throws IOException naming why the address is not fetched
   */
  void check(URI address) throws IOException {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IOException("only http and https addresses are read");
    }
    if (address.getHost() == null) {
      throw new IOException("the address names no host");
    }
    if (allowPrivate) {
      return;
    }
    for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
      if (isPrivate(one)) {
        throw new IOException(address.getHost() + " is a private address; it is not read");
      }
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean carrierGrade = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || carrierGrade;
  }
}
