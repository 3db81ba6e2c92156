package dev.frontline.classify.data;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.frontline.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads labelled posts from {@code .jsonl} files. */
public final class DataFolder {

  private static final ObjectReader POST = Json.MAPPER.readerFor(Post.class);
  private static final int TELLING = 70;

  private DataFolder() {}

  /**
   * All posts of a file.
   *
   * @throws IOException where a line is no JSON object, with its number
   */
  public static List<Post> read(Path file) throws IOException {
    List<Post> posts = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            posts.add(POST.readValue(line));
          } catch (IOException e) {
            throw new IOException(
                file + " line " + number + " is no labelled post: " + e.getMessage(), e);
          }
        }
      }
    }
    return posts;
  }

  /** A post of which nothing is known but its text. */
  public static Post post(String text) {
    Post post = new Post();
    post.set("text", text);
    return post;
  }

  /**
   * The same without posts whose letters begin alike: reposts would stand on both sides of a split.
   */
  public static List<Post> withoutCopies(List<Post> posts) {
    Set<String> seen = new HashSet<>();
    List<Post> kept = new ArrayList<>();
    for (Post post : posts) {
      if (seen.add(letters(post.text()))) {
        kept.add(post);
      }
    }
    return kept;
  }

  private static String letters(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("https?://\\S+|@\\w+|\\brt\\b", "")
            .replaceAll("[^\\p{L}]", "");
    return plain.substring(0, Math.min(TELLING, plain.length()));
  }
}
