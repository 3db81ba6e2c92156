package dev.frontline.dashboard.page;

import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.classification.Because;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.Risen;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.contracts.incident.Why;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.dashboard.mention.Sentences;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Values as people read them in pages. */
@TemplateExtension
final class Words {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private Words() {}

  static String clock(Instant at, ZoneId zone) {
    return CLOCK.format(at.atZone(zone));
  }

  static String day(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  /** Whether a label's or theme's reason is a piece of the post. */
  static boolean isQuote(String reason) {
    return Because.isQuote(reason);
  }

  /** A reason without what marks it for no quote. */
  static String said(String reason) {
    return Because.said(reason);
  }

  static String shown(CaseStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static String shown(Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }

  static String shown(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String shown(IncidentStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static String shown(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** A number with its thousands apart. */
  static String grouped(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** How often the usual something is, in words. */
  static String shown(Risen risen) {
    if (risen.times() <= 0) {
      return "new";
    }
    return String.format(
        Locale.ROOT, risen.times() < 10 ? "%.1f times usual" : "%.0f times usual", risen.times());
  }

  /** Without its places after the point. */
  static long whole(double number) {
    return Math.round(number);
  }

  /** Whether it is said there clearly more often than usual. */
  static boolean stands(Risen risen) {
    return risen.times() > 1.5;
  }

  /** Whether there was something before from which it grew. */
  static boolean grew(Why why) {
    return why.growth() > 0;
  }

  /** A share in percent. */
  static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** A mention's key for addresses. */
  static String keyOf(String mentionId) {
    return MentionKey.of(mentionId);
  }

  /** Latest first. */
  static List<HistoryEntry> reversed(List<HistoryEntry> entries) {
    List<HistoryEntry> reversed = new ArrayList<>(entries);
    Collections.reverse(reversed);
    return reversed;
  }

  /** A label's name. */
  static String asLabel(String label) {
    return Sentences.shown(label);
  }
}
