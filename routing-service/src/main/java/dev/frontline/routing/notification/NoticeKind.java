package dev.frontline.routing.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a notice is about. Its word stands in {@code frontline.yaml}, settings and the REST API. */
public enum NoticeKind {
  INCIDENT_ALERTED,
  INCIDENT_ESCALATED,
  INCIDENT_CONFIRMED,
  /** Closed or dismissed: what pages somebody may rest. */
  INCIDENT_CLOSED,
  /** A new case of somebody who may buy. */
  LEAD,
  /** A new case of a customer in trouble right now. */
  URGENT_COMPLAINT,
  /** A case in somebody's hands turned out to be a risk to the company's name. */
  RISK_RISING,
  /** A case came to the press department. */
  RISK_QUEUED,
  /** A rise led by praise or humour, or a rival's customer who may be won. */
  OPPORTUNITY,
  /** A watch rule that somebody set held. */
  WATCH_RULE,
  SOURCE_SILENT,
  /** A source or account waits for a person, or soon will. */
  SOURCE_ATTENTION,
  /** Somebody pressed the test button. */
  TEST;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException naming what is allowed
   */
  @JsonCreator
  public static NoticeKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + word
                        + "' is not one of "
                        + Arrays.stream(values()).map(NoticeKind::word).sorted().toList()));
  }

  /** Whether it is told in quiet hours, too, and never waits for a digest. */
  public boolean breaksQuiet() {
    return this == INCIDENT_ALERTED || this == INCIDENT_ESCALATED || this == TEST;
  }
}
