package dev.frontline.routing.incident.watch;

import java.nio.ByteBuffer;

/**
 * How large a share of a brand's posts has a word, a network or a language: in a table of fixed
 * size in which two words may share a place, which makes both look more usual than they are.
 */
final class TermRates {

  private static final int PLACES = 4_096;
  private static final double HALVED_AT = 50_000;

  private final float[] posts = new float[PLACES];
  private double total;

  void learn(Heard post) {
    total++;
    for (String term : post.terms()) {
      posts[place(term)]++;
    }
    posts[place(network(post.network()))]++;
    posts[place(language(post.lang()))]++;
    if (total > HALVED_AT) {
      total /= 2;
      for (int i = 0; i < PLACES; i++) {
        posts[i] /= 2;
      }
    }
  }

  /** The share of posts that have it, 0 to 1. */
  double share(String term) {
    return total == 0 ? 0 : Math.min(1, posts[place(term)] / total);
  }

  double total() {
    return total;
  }

  static String network(String network) {
    return "network:" + network;
  }

  static String language(String language) {
    return "language:" + language;
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * PLACES).putDouble(total);
    for (float one : posts) {
      bytes.putFloat(one);
    }
    return bytes.array();
  }

  void read(byte[] written) {
    ByteBuffer bytes = ByteBuffer.wrap(written);
    total = bytes.getDouble();
    for (int i = 0; i < PLACES; i++) {
      posts[i] = bytes.getFloat();
    }
  }

  private static int place(String term) {
    return (int) Math.floorMod(Hearing.hash(term), (long) PLACES);
  }
}
