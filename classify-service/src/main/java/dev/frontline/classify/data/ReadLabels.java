package dev.frontline.classify.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the project's own readers said of posts that came without labels. Only ids, brands and
 * labels are kept here; the texts stay in the data folder.
 *
 * <p>A line is {@code id, brand, labels, confidence}, see {@link LabelLetters}; the brand is {@code
 * -} where the post keeps its own group.
 */
public final class ReadLabels {

  private static final String FOLDER = "/dev/frontline/classify/train/";
  private static final String OWN_GROUP = "-";

  private record Word(String brand, Map<String, Object> fields) {}

  private final Map<String, Word> words = new HashMap<>();

  private ReadLabels() {}

  /** The labels that ship. */
  public static ReadLabels shipped() {
    return of(LabelLetters.LABELS, LabelLetters.shipped(FOLDER + "read-labels.tsv"));
  }

  /** What was read of the tone of posts. */
  public static ReadLabels ofTone() {
    return of(LabelLetters.TONE, LabelLetters.shipped(FOLDER + "read-tone.tsv"));
  }

  /**
   * Reads lines.
   *
   * @throws IllegalArgumentException where a line is none, with its number and what is allowed
   */
  static ReadLabels of(Map<Character, String> letters, List<String> lines) {
    ReadLabels labels = new ReadLabels();
    for (LabelLetters.Line line : LabelLetters.divided(lines)) {
      String[] said = line.fields();
      Word word = new Word(said[1], LabelLetters.meant(letters, said[2], said[3], line.number()));
      if (labels.words.put(said[0], word) != null) {
        throw new IllegalArgumentException(
            "line " + line.number() + ", id: " + said[0] + " stands twice");
      }
    }
    return labels;
  }

  /** Whether somebody read the post. */
  public boolean has(Post post) {
    return words.containsKey(post.id());
  }

  /** The post with what was read of it; what it says itself stands. */
  public Post completed(Post post) {
    Word word = words.get(post.id());
    return word == null ? post : post.completed(word.fields());
  }

  /** Of these posts, those that were read, with their labels and each filed under its brand. */
  public List<Post> read(List<Post> posts) {
    List<Post> read = new ArrayList<>();
    for (Post post : posts) {
      Word word = words.get(post.id());
      if (word != null) {
        String brand = word.brand().equals(OWN_GROUP) ? post.group() : word.brand();
        read.add(post.about(brand, Post.READ, word.fields()));
      }
    }
    return read;
  }
}
