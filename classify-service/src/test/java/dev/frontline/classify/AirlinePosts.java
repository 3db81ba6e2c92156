package dev.frontline.classify;

import java.nio.file.Files;
import java.nio.file.Path;

/** Posts to airlines that may be measured with and not be trained on: not part of the project. */
public final class AirlinePosts {

  private AirlinePosts() {}

  /** The file in a folder {@code shared} beside one of the folders above this one, if any is. */
  public static Path file() {
    Path file = Path.of("shared", "data", "airline.jsonl");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(file))) {
        return at.resolve(file);
      }
    }
    return file;
  }
}
