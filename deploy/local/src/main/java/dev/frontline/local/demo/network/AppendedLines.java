package dev.frontline.local.demo.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of JSON lines that only grows; a line counts once it is on the disk. */
final class AppendedLines {

  private final Path file;

  AppendedLines(Path file) {
    this.file = file;
  }

  /** All whole lines; one that a crash cut short is left out. */
  List<JsonNode> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<JsonNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.isBlank()) {
          continue;
        }
        try {
          lines.add(Json.MAPPER.readTree(line));
        } catch (JsonProcessingException e) {
          continue; // cut short by a crash, so it was never acknowledged
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void append(List<?> values) {
    if (values.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        // The leading line break closes a line that a crash cut short.
        StringBuilder lines = new StringBuilder();
        for (Object value : values) {
          lines.append('\n').append(Json.MAPPER.writeValueAsString(value));
        }
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
