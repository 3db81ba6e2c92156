package dev.frontline.routing.policy;

import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.kit.company.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** By when a case wants its first answer, with the sum in words. */
public final class Deadlines {

  /** Kind of a deadline for a first answer. */
  public static final String FIRST_RESPONSE = "first_response";

  /** Kind of a deadline for looking at what the classifier is unsure of. */
  public static final String TRIAGE = "triage";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private Deadlines() {}

  /**
   * @param zone in which the sum is told
   * @param acceptedAt from when the clock runs
   */
  public static Due firstResponse(
      Company.Sla sla, ZoneId zone, Priority priority, Instant acceptedAt) {
    Duration promised =
        switch (priority) {
          case URGENT -> sla.urgent();
          case HIGH -> sla.high();
          case NORMAL -> sla.normal();
          case LOW -> sla.low();
        };
    return due(FIRST_RESPONSE, Reasons.lower(priority), promised, zone, acceptedAt);
  }

  /** When a post in triage goes to customer service. */
  public static Due triage(Company.Sla sla, ZoneId zone, Instant acceptedAt) {
    return due(TRIAGE, "triage", sla.triage(), zone, acceptedAt);
  }

  private static Due due(
      String kind, String reason, Duration promised, ZoneId zone, Instant acceptedAt) {
    Instant at = acceptedAt.plus(promised);
    ZonedDateTime from = acceptedAt.atZone(zone);
    ZonedDateTime to = at.atZone(zone);
    boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
    return new Due(
        at,
        kind,
        "accepted "
            + TIME.format(from)
            + " + "
            + words(promised)
            + " ("
            + reason
            + ") = "
            + (sameDay ? TIME : DAY_AND_TIME).format(to));
  }

  /** A duration as people say it, such as {@code 1 h 30 min}. */
  static String words(Duration duration) {
    StringBuilder words = new StringBuilder();
    append(words, duration.toHours(), "h");
    append(words, duration.toMinutesPart(), "min");
    append(words, duration.toSecondsPart(), "s");
    return words.isEmpty() ? "0 min" : words.toString();
  }

  private static void append(StringBuilder words, long amount, String unit) {
    if (amount > 0) {
      words.append(words.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
    }
  }
}
