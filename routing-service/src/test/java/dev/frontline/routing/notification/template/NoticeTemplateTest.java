package dev.frontline.routing.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Urgency;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTemplateTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  @Test
  void aTemplateSaysWhatTheNoticeSaysInItsOwnWords() {
    NoticeTemplate template =
        template("[{urgency}] {brand}, {time}", "For {department}: {title}", "{lines}", "Go!");

    assertThat(template.of(notice("Lead: Kim"), ZONE))
        .isEqualTo(
            new NoticeTemplate.Words(
                "[high] Kettlery, Mon 13:00",
                List.of("For sales: Lead: Kim", "“Which kettle?”", "Priority high", "Go!")));
  }

  @Test
  void whatAPostSaysInBracesIsNotFilledIn() {
    assertThat(template("{title}").of(notice("Kim says {brand} $1 \\d"), ZONE).title())
        .isEqualTo("Kim says {brand} $1 \\d");
  }

  @Test
  void whatIsWrongIsNamedWithWhatIsAllowed() {
    assertThat(wrong("", "{lines}").field()).isEqualTo("title");
    assertThat(wrong("two\nlines", "{lines}").field()).isEqualTo("title");
    assertThat(wrong("{lines}", "x").detail()).contains("{lines} cannot stand in the title");
    assertThat(wrong("{author}", "x").allowed()).contains("{brand}");
    assertThat(wrong("{title}", "All: {lines}").detail()).contains("line of its own");
    assertThat(wrong("{title}", "{who}").field()).isEqualTo("lines");
    assertThat(NoticeTemplate.wrong("{title}", Collections.nCopies(13, "x"))).isPresent();
    assertThat(NoticeTemplate.wrong("{title}", null)).isEmpty();
  }

  private static NoticeTemplate.Wrong wrong(String title, String... lines) {
    return NoticeTemplate.wrong(title, List.of(lines)).orElseThrow();
  }

  private static NoticeTemplate template(String title, String... lines) {
    return new NoticeTemplate(
        NoticeKind.LEAD, 1, title, List.of(lines), false, "lea", Instant.EPOCH);
  }

  private static Notice notice(String title) {
    return new Notice(
        "n",
        "c-1",
        NoticeKind.LEAD,
        "sales",
        List.of(),
        "Kettlery",
        title,
        List.of("“Which kettle?”", "Priority high"),
        null,
        Urgency.HIGH,
        Instant.parse("2026-03-02T12:00:00Z"));
  }
}
