package dev.frontline.bench;

import dev.frontline.classify.data.DataFolder;
import dev.frontline.classify.data.Post;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The invented posts that ship with the classifier, for want of real ones. */
final class Invented {

  private static final String FILE = "/dev/frontline/classify/learning/touchstones.tsv";

  private Invented() {}

  static List<Post> posts() throws IOException {
    try (InputStream in = Invented.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing from this build");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(line -> DataFolder.post(line.substring(line.lastIndexOf('\t') + 1)))
          .toList();
    }
  }
}
