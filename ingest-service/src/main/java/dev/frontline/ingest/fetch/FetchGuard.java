package dev.frontline.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/** Keeps a configured address from reaching into the company's own network. */
public final class FetchGuard {

  private final boolean allowPrivate;

  public FetchGuard(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  /**
   * @throws IOException naming why the address is not fetched
   */
  public void check(URI address) throws IOException {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IOException("only http and https addresses are read");
    }
    if (address.getHost() == null) {
      throw new IOException("the address names no host");
    }
    checkHost(address.getHost());
  }

  /**
   * As {@link #check}, for what is no web address.
   *
   * @throws IOException naming why nothing is asked there
   */
  public void checkHost(String host) throws IOException {
    if (allowPrivate) {
      return;
    }
    for (InetAddress one : InetAddress.getAllByName(host)) {
      if (isPrivate(one)) {
        throw new IOException(host + " is a private address; it is not read");
      }
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean reserved = bytes.length == 4 ? isReserved(bytes) : hidesAnother(bytes);
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || reserved;
  }

  private static boolean isReserved(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean carrierGrade = first == 100 && second >= 64 && second < 128;
    boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    return first == 0 || first >= 240 || carrierGrade || protocols || benchmarks;
  }

  /** IPv6 addresses that lead to an IPv4 address inside them, which may be a private one. */
  private static boolean hidesAnother(byte[] bytes) {
    boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean compatible = true;
    for (int i = 0; i < 12; i++) {
      compatible &= bytes[i] == 0;
    }
    return translated || sixToFour || compatible;
  }
}
