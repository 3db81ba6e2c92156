package dev.frontline.ingest.source;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a network is searched for.
 *
 * @param words words and phrases that a post must all hold
 * @param since older posts are of no use
 * @param most posts that are wanted; a network may tell fewer
 */
public record Sought(List<String> words, Instant since, int most) {

  public Sought {
    words = List.copyOf(words);
  }

  /** Each between quotation marks, as most networks take phrases: {@code "kettle" "on fire"}. */
  public String quoted() {
    return words.stream()
        .map(word -> "\"" + word.replace('"', ' ').strip() + "\"")
        .collect(Collectors.joining(" "));
  }
}
