package dev.frontline.classify.data;

import static java.util.stream.Collectors.joining;

import dev.frontline.contracts.classification.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How readers write down labels: the letters of {@link #LABELS}, or of {@link #TONE}, for those
 * that a post has, {@code -} for none, and from 1 to 3 how sure they are. Lines are divided by
 * tabs; those that start with {@code #} are remarks.
 */
final class LabelLetters {

  /** What is read of a post. */
  static final Map<Character, String> LABELS =
      Map.of(
          'c', Labels.COMPLAINT,
          'l', Labels.LEAD,
          'r', Labels.PR_RISK,
          'p', Labels.PRAISE,
          'q', Labels.QUESTION,
          'n', Labels.NOISE);

  /** Where nothing but the tone was read. */
  static final Map<Character, String> TONE = Map.of('t', Labels.TOXIC);

  private static final String NONE = "-";
  private static final int FIELDS = 4;

  private LabelLetters() {}

  /** A line's four fields and its number. */
  record Line(int number, List<String> fields) {}

  /** Lines of a file that ships. */
  static List<String> shipped(String file) {
    try (InputStream in = LabelLetters.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /**
   * Divides lines into their four fields.
   *
   * @throws IllegalArgumentException where one has more or fewer, with its number
   */
  static List<Line> divided(List<String> lines) {
    List<Line> divided = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
          throw new IllegalArgumentException(
              "line " + (i + 1) + " has " + fields.length + " fields; four are allowed");
        }
        divided.add(new Line(i + 1, List.of(fields)));
      }
    }
    return divided;
  }

  /**
   * A post's fields: 1 or 0 for each label that was read, and {@code confidence}.
   *
   * @param read {@link #LABELS} or {@link #TONE}
   * @throws IllegalArgumentException where letters or confidence are none, with the line's number
   */
  static Map<String, Object> meant(
      Map<Character, String> read, String letters, String confidence, int line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    read.values().forEach(label -> fields.put(label, 0));
    if (!letters.equals(NONE)) {
      for (char letter : letters.toCharArray()) {
        String label = read.get(letter);
        if (label == null) {
          throw new IllegalArgumentException(
              "line "
                  + line
                  + ", labels: \""
                  + letter
                  + "\"; allowed are - and "
                  + read.keySet().stream().sorted().map(String::valueOf).collect(joining(", ")));
        }
        fields.put(label, 1);
      }
    }
    if (!confidence.matches("[123]")) {
      throw new IllegalArgumentException(
          "line " + line + ", confidence: \"" + confidence + "\"; allowed are 1, 2 and 3");
    }
    fields.put("confidence", Integer.parseInt(confidence));
    return fields;
  }
}
