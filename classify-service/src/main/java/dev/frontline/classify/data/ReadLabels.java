package dev.frontline.classify.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the project's own readers said of posts whose labels, or whose tone, were not known. Only
 * ids, brands and labels are kept here; the texts stay in the data folder.
 *
 * <p>A line is {@code id, brand, labels, confidence}, see {@link LabelLetters}; the brand is {@code
 * -} where the post keeps its own group.
 */
public final class ReadLabels {

  private static final String FOLDER = "/dev/frontline/classify/train/";
  private static final String OWN_GROUP = "-";

  private record Word(String brand, Map<String, Object> fields) {}

  private final Map<String, Word> words = new HashMap<>();

  private final String source;

  private ReadLabels(String source) {
    this.source = source;
  }

  /** The labels that ship. */
  public static ReadLabels shipped() {
    return of(Post.READ, LabelLetters.LABELS, LabelLetters.shipped(FOLDER + "read-labels.tsv"));
  }

  /** What ships of the tone of posts. */
  public static ReadLabels shippedTone() {
    return of(Post.READ_TONE, LabelLetters.TONE, LabelLetters.shipped(FOLDER + "read-tone.tsv"));
  }

  /**
   * Reads lines.
   *
   * @throws IllegalArgumentException where a line is none, with its number and what is allowed
   */
  static ReadLabels of(String source, Map<Character, String> letters, List<String> lines) {
    ReadLabels labels = new ReadLabels(source);
    for (LabelLetters.Line line : LabelLetters.divided(lines)) {
      List<String> said = line.fields();
      Word word =
          new Word(
              said.get(1), LabelLetters.meant(letters, said.get(2), said.get(3), line.number()));
      if (labels.words.put(said.get(0), word) != null) {
        throw new IllegalArgumentException(
            "line " + line.number() + ", id: " + said.get(0) + " stands twice");
      }
    }
    return labels;
  }

  /** Whether somebody read the post. */
  public boolean has(Post post) {
    return words.containsKey(post.id());
  }

  /**
   * Of these posts, those that were read: each filed under its brand, with what was not known of it
   * before.
   */
  public List<Post> read(List<Post> posts) {
    List<Post> read = new ArrayList<>();
    for (Post post : posts) {
      Word word = words.get(post.id());
      if (word != null) {
        String brand = word.brand().equals(OWN_GROUP) ? post.group() : word.brand();
        read.add(post.read(brand, source, word.fields()));
      }
    }
    return read;
  }
}
