package dev.frontline.classify.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * The words that name the brand a post is about, so that the model never learns a brand by name.
 */
public final class BrandNames {

  public static final BrandNames NONE = new BrandNames(new int[0]);

  private static final int SHORTEST = 3;

  private final int[] hashes;

  private BrandNames(int[] hashes) {
    this.hashes = hashes;
  }

  /**
   * From the brand's names as people write them; each is also known with its words run together.
   */
  public static BrandNames of(Collection<String> names) {
    Tokeniser tokeniser = new Tokeniser();
    IntStream.Builder found = IntStream.builder();
    for (String name : names) {
      Tokens tokens = tokeniser.read(name.replace('_', ' '), NONE);
      StringBuilder joined = new StringBuilder();
      for (int i = 0; i < tokens.count(); i++) {
        joined.append(tokens.normal(i));
        if (tokens.normal(i).length() >= SHORTEST) {
          found.add(tokens.hash(i));
        }
      }
      if (joined.length() >= SHORTEST) {
        found.add(Hashing.of(joined));
      }
    }
    return new BrandNames(found.build().sorted().distinct().toArray());
  }

  boolean has(int hash) {
    return hashes.length > 0 && Arrays.binarySearch(hashes, hash) >= 0;
  }
}
