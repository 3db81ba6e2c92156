package dev.frontline.dashboard.page;

import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.dashboard.mention.Sentences;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as people read them in pages. */
@TemplateExtension
final class Words {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  private Words() {}

  static String clock(Instant at, ZoneId zone) {
    return CLOCK.format(at.atZone(zone));
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

  /** A label's name. */
  static String asLabel(String label) {
    return Sentences.shown(label);
  }
}
