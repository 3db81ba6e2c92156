package dev.frontline.local.demo.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.Required;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The whole story as it is shipped: its timed lines, the thanks and the trickle afterwards. */
public final class Story {

  /** How long the story is, in hours. */
  public static final double LENGTH = 72;

  /** From this many hours before the end on it plays live. */
  public static final double LIVE = 12;

  private static final List<String> THEMES =
      List.of(
          "everyday",
          "service",
          "buyers",
          "safety",
          "reputation",
          "fans",
          "rivals",
          "clutter",
          "live");

  private final List<StoryLine> timed;
  private final List<StoryLine> thanks;
  private final Variations variations;

  private Story(List<StoryLine> lines, Variations variations) {
    this.timed =
        lines.stream()
            .filter(l -> l.hours() != null)
            .sorted(
                Comparator.comparing((StoryLine l) -> Required.value("hours", l.hours()))
                    .reversed())
            .toList();
    this.thanks = lines.stream().filter(l -> l.thanks() != null).toList();
    this.variations = variations;
  }

  /** The story in the program's resources. */
  public static Story shipped() {
    List<StoryLine> lines = new ArrayList<>();
    THEMES.forEach(theme -> lines.addAll(read(theme, StoryLine.class)));
    return new Story(
        lines, new Variations(read("trickle", StoryLine.class), read("guests", Guest.class)));
  }

  /** A story of these lines, as for tests. */
  public static Story of(List<StoryLine> lines, List<StoryLine> trickle) {
    return new Story(lines, new Variations(trickle, List.of()));
  }

  /** Lines with a time, the earliest first. */
  public List<StoryLine> timed() {
    return timed;
  }

  /** Lines that are written after an answer. */
  public List<StoryLine> thanks() {
    return thanks;
  }

  /** Posts that keep coming when the story is over, without an end of their own. */
  public Variations variations() {
    return variations;
  }

  /** What is written after the answer to this post. */
  public Optional<StoryLine> thanksFor(String mentionId) {
    return thanks.stream().filter(l -> mentionId.equals(l.thanks())).findFirst();
  }

  /**
   * The post that a stop of the story bar is about.
   *
   * @throws IllegalArgumentException where the story has none of that name
   */
  public StoryLine beat(String name) {
    return timed.stream()
        .filter(l -> name.equals(l.beat()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no post is marked as beat " + name));
  }

  private static <T> List<T> read(String theme, Class<T> type) {
    String name = theme + ".jsonl";
    try (InputStream in = Required.value(name, Story.class.getResourceAsStream(name));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<T> lines = new ArrayList<>();
      String line;
      while ((line = reader.readLine()) != null) {
        if (!line.isBlank()) {
          lines.add(parse(name, lines.size() + 1, line, type));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T parse(String name, int number, String line, Class<T> type) {
    try {
      return Json.MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(name + " line " + number + ": " + e.getOriginalMessage(), e);
    }
  }
}
