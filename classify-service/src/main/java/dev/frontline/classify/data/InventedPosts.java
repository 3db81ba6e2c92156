package dev.frontline.classify.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Posts written for this project about companies that do not exist: what can harm a brand, and what
 * only sounds like it. The labelled posts of real brands have too few of them to learn from.
 *
 * <p>A line is {@code labels, confidence, brand, text}, see {@link LabelLetters}.
 */
public final class InventedPosts {

  private static final String SHIPPED = "/dev/frontline/classify/train/invented.tsv";

  private InventedPosts() {}

  /** Those that ship. */
  public static List<Post> shipped() {
    return of(LabelLetters.shipped(SHIPPED));
  }

  /**
   * Reads lines.
   *
   * @throws IllegalArgumentException where a line is none, with its number and what is allowed
   */
  static List<Post> of(List<String> lines) {
    List<Post> posts = new ArrayList<>();
    for (LabelLetters.Line line : LabelLetters.divided(lines)) {
      List<String> said = line.fields();
      Post post = DataFolder.post(said.get(3));
      post.set("id", "invented" + line.number());
      post.set("lang", "en");
      posts.add(
          post.read(
              said.get(2),
              Post.INVENTED,
              LabelLetters.meant(LabelLetters.LABELS, said.get(0), said.get(1), line.number())));
    }
    return posts;
  }
}
