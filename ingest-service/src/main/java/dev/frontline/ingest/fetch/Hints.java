package dev.frontline.ingest.fetch;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server says about when it may be asked again. Networks agree on {@code Retry-After} (RFC
 * 9110: seconds or a date) and on nothing else: the reset of a quota is an epoch, a time or a
 * number of seconds.
 */
public final class Hints {

  private static final List<String> REMAINING =
      List.of("x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining");
  private static final List<String> RESET =
      List.of("x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset");
  private static final long AN_EPOCH = 1_000_000_000L;

  /** No server is left alone longer than this on its own word. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private Hints() {}

  /** When it may be asked again after it refused; {@code Retry-After} before a quota's reset. */
  public static Optional<Instant> retryAt(HttpHeaders headers, Instant now) {
    Optional<Instant> after = headers.firstValue("retry-after").flatMap(v -> time(v, now));
    return after.isPresent() ? after : reset(headers, now);
  }

  /** When the quota is full again. */
  public static Optional<Instant> reset(HttpHeaders headers, Instant now) {
    return first(headers, RESET).flatMap(v -> time(v, now));
  }

  /** How many more requests the quota holds. */
  public static OptionalLong remaining(HttpHeaders headers) {
    Optional<String> value = first(headers, REMAINING);
    try {
      return value.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of((long) Double.parseDouble(value.get()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static Optional<String> first(HttpHeaders headers, List<String> names) {
    return names.stream().flatMap(name -> headers.firstValue(name).stream()).findFirst();
  }

  static Optional<Instant> time(String value, Instant now) {
    String text = value.trim();
    Instant at;
    try {
      double number = Double.parseDouble(text);
      at =
          number >= AN_EPOCH
              ? Instant.ofEpochSecond((long) number)
              : now.plusMillis((long) (Math.max(0, number) * 1000));
    } catch (NumberFormatException e) {
      try {
        at =
            text.contains(",")
                ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
                : OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException wrong) {
        return Optional.empty();
      }
    }
    if (at.isBefore(now)) {
      return Optional.of(now);
    }
    return Optional.of(at.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : at);
  }
}
