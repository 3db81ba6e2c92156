package dev.frontline.local.demo.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.local.demo.stream.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FourWeeksTest {

  private static final Instant BEGIN = Instant.parse("2026-03-02T12:20:00Z");

  private final Company company = CompanyFile.read(Path.of("../../frontline.yaml"), Map.of());
  private final Story story = Story.shipped();

  @Test
  void fourWeeksStandBehindTheStoryTheSameEachTime() {
    List<FourWeeks.Hour> hours = FourWeeks.before(BEGIN, story, company);

    assertThat(hours).hasSize(28 * 24 * company.brands().size());
    assertThat(hours).isEqualTo(FourWeeks.before(BEGIN, story, company));
    assertThat(hours)
        .allSatisfy(
            h -> assertThat(h.hour()).isBefore(BEGIN).isAfter(BEGIN.minus(Duration.ofDays(29))));
  }

  @Test
  void nightsAreQuietAndADayBringsAboutWhatOneOfTheStoryDoes() {
    List<FourWeeks.Hour> hours =
        FourWeeks.before(BEGIN, story, company).stream()
            .filter(h -> h.brand().equals("Morrowby"))
            .toList();

    double perDay = hours.stream().mapToDouble(h -> h.counts().get("all")).sum() / 28;
    double night = at(hours, 2);
    double evening = at(hours, 19);
    assertThat(perDay).isBetween(60.0, 140.0);
    assertThat(night).isLessThan(evening / 4);
  }

  private static double at(List<FourWeeks.Hour> hours, int utc) {
    return hours.stream()
        .filter(h -> h.hour().atOffset(java.time.ZoneOffset.UTC).getHour() == utc)
        .mapToDouble(h -> h.counts().get("all"))
        .sum();
  }
}
