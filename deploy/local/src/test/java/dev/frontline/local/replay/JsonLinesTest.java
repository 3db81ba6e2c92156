package dev.frontline.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void a_line_that_is_no_utf_8_is_told_by_its_number_and_the_rest_is_read() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("{\"text\": \"añejo\"}\r\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes("{\"text\": \"añejo\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes("\n{\"text\": \"last\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(linesOf(file.toByteArray()))
        .containsExactly(
            Recording.Line.of(1, "{\"text\": \"añejo\"}"),
            Recording.Line.wrong(2, "is not UTF-8"),
            Recording.Line.of(3, ""),
            Recording.Line.of(4, "{\"text\": \"last\"}"));
  }

  @Test
  void an_empty_file_has_no_lines() throws IOException {
    assertThat(linesOf(new byte[0])).isEmpty();
  }

  private static List<Recording.Line> linesOf(byte[] file) throws IOException {
    List<Recording.Line> lines = new ArrayList<>();
    try (JsonLines recording = new JsonLines(new ByteArrayInputStream(file))) {
      for (Recording.Line line = recording.next(); line != null; line = recording.next()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
