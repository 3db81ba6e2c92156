package dev.frontline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A button that fills a place next to it asks for a part of a page, while the form around it picks
 * the whole out of what it gets, and what a form picks its buttons inherit.
 */
class PartialAnswersTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern NEXT = Pattern.compile("<button[^>]*hx-target=\"next [^>]*>");

  @Test
  void whatFillsThePlaceNextToItPicksNothing() throws IOException {
    List<String> buttons;
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      buttons =
          files
              .filter(file -> file.toString().endsWith(".html"))
              .flatMap(PartialAnswersTest::buttons)
              .toList();
    }

    assertThat(buttons).hasSizeGreaterThan(2).allMatch(b -> b.contains("hx-select=\"unset\""));
  }

  private static Stream<String> buttons(Path file) {
    try {
      return NEXT.matcher(Files.readString(file)).results().map(MatchResult::group);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
