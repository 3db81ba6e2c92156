package dev.frontline.classify.train;

import dev.frontline.classify.data.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which posts are held out together: all of one brand, and brands that share events. */
final class Families {

  private static final Set<String> APPLE =
      Set.of("sxsw", "brand-emotion", "apple", "iphonex", "google", "android");
  private static final Set<String> AIRLINES = Set.of("United", "American", "US Airways");

  private static final String NOBODY = "random";

  /** Twice as many as folds, so that these posts fill them evenly. */
  private static final int PARTS = 16;

  private Families() {}

  static String of(Post post) {
    String group = post.group();
    if (APPLE.contains(group)) {
      return "apple";
    }
    return AIRLINES.contains(group) ? "airlines" : brand(post);
  }

  /**
   * The brand or domain. Posts about nobody in particular share none, so they are dealt out in
   * parts by their ids: held out as two wholes, no head would have seen what people write when they
   * do not write to a company.
   */
  static String brand(Post post) {
    String group = post.group();
    return isAboutNobody(post) ? group + " " + Math.floorMod(post.id().hashCode(), PARTS) : group;
  }

  /** Whether it is one of the complaint set's randomly drawn posts and replies. */
  static boolean isAboutNobody(Post post) {
    return post.group().startsWith(NOBODY);
  }

  /** Deals the families out into folds of about the same size; the largest first. */
  static Map<String, Integer> folds(
      List<Example> examples, Function<Example, String> family, int count) {
    Map<String, Long> sizes =
        examples.stream().collect(Collectors.groupingBy(family, Collectors.counting()));
    List<String> families = new ArrayList<>(sizes.keySet());
    families.sort(
        Comparator.comparing((String f) -> -sizes.get(f)).thenComparing(Function.identity()));
    long[] filled = new long[count];
    Map<String, Integer> folds = new HashMap<>();
    for (String name : families) {
      int least = 0;
      for (int i = 1; i < count; i++) {
        least = filled[i] < filled[least] ? i : least;
      }
      folds.put(name, least);
      filled[least] += sizes.get(name);
    }
    return folds;
  }
}
