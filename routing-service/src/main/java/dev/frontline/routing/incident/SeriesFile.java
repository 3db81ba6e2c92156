package dev.frontline.routing.incident;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A file of {@code timestamp,value} lines under that header, its moments evenly apart. */
public final class SeriesFile {

  private static final String TIME_ALLOWED =
      "a time such as 2026-03-02T12:00:00Z or 2026-03-02 12:00:00";

  private SeriesFile() {}

  /**
   * One line.
   *
   * @param written the timestamp as it stands in the file
   */
  public record Moment(String written, Instant time, double value) {}

  /**
   * Reads all of it.
   *
   * @throws IOException where it cannot be read, or naming the line, the field and what is allowed
   */
  public static List<Moment> read(Path file) throws IOException {
    List<Moment> moments = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String header = lines.readLine();
      if (header == null || !header.strip().equals("timestamp,value")) {
        throw new IOException(file + ", line 1: the header must be timestamp,value");
      }
      String line = lines.readLine();
      for (int number = 2; line != null; number++, line = lines.readLine()) {
        if (!line.isBlank()) {
          Moment moment = moment(file, number, line);
          if (!moments.isEmpty()
              && !moment.time().isAfter(moments.get(moments.size() - 1).time())) {
            throw wrong(file, number, "timestamp", "later than the line before");
          }
          moments.add(moment);
        }
      }
    }
    return moments;
  }

  /** How far apart most of them are; a day for fewer than two. */
  public static Duration step(List<Moment> moments) {
    List<Duration> steps = new ArrayList<>();
    for (int i = 1; i < moments.size(); i++) {
      steps.add(Duration.between(moments.get(i - 1).time(), moments.get(i).time()));
    }
    steps.sort(null);
    return steps.isEmpty() ? Duration.ofDays(1) : steps.get(steps.size() / 2);
  }

  private static Moment moment(Path file, int number, String line) throws IOException {
    String[] fields = line.strip().split(",", -1);
    if (fields.length != 2) {
      throw new IOException(file + ", line " + number + ": a line is timestamp,value");
    }
    double value;
    try {
      value = Double.parseDouble(fields[1].strip());
    } catch (NumberFormatException e) {
      throw wrong(file, number, "value", "a number of 0 or more");
    }
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw wrong(file, number, "value", "a number of 0 or more");
    }
    try {
      return new Moment(fields[0], time(fields[0].strip()), value);
    } catch (DateTimeException e) {
      throw wrong(file, number, "timestamp", TIME_ALLOWED);
    }
  }

  private static Instant time(String written) {
    String iso = written.replace(' ', 'T');
    boolean zoned = iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d:?\\d\\d");
    return zoned
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  private static IOException wrong(Path file, int line, String field, String allowed) {
    return new IOException(file + ", line " + line + ": " + field + " must be " + allowed);
  }
}
