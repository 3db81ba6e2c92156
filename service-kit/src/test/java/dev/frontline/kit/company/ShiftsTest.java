package dev.frontline.kit.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftsTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  @Test
  void somebodyWithoutShiftsIsAlwaysThere() {
    assertThat(Shifts.onShift(working(), ZONE, Instant.EPOCH)).isTrue();
  }

  @Test
  void aShiftHoldsFromItsFirstMinuteToBeforeItsLast() {
    Company.Person ana = working(List.of("mon"), "09:00", "17:00");

    assertThat(there(ana, "2026-03-02T08:59:59")).isFalse();
    assertThat(there(ana, "2026-03-02T09:00:00")).isTrue();
    assertThat(there(ana, "2026-03-02T16:59:59")).isTrue();
    assertThat(there(ana, "2026-03-02T17:00:00")).isFalse();
    assertThat(there(ana, "2026-03-03T12:00:00")).isFalse();
  }

  @Test
  void aNightShiftBelongsToTheDayOnWhichItStarts() {
    Company.Person night = working(List.of("sun"), "22:00", "06:00");

    assertThat(there(night, "2026-03-01T05:00:00")).as("sunday before dawn").isFalse();
    assertThat(there(night, "2026-03-01T23:00:00")).as("sunday night").isTrue();
    assertThat(there(night, "2026-03-02T05:59:59")).as("monday before dawn").isTrue();
    assertThat(there(night, "2026-03-02T06:00:00")).as("monday morning").isFalse();
  }

  @Test
  void aDayThatEndsAtTwentyFourReachesMidnight() {
    Company.Person late = working(List.of(), "16:00", "24:00");

    assertThat(there(late, "2026-03-02T23:59:59")).isTrue();
    assertThat(there(late, "2026-03-03T00:00:00")).isFalse();
  }

  @Test
  void aNightShiftIsAnHourShorterWhenClocksGoForwardAndAnHourLongerWhenTheyGoBack() {
    Company.Person night = working(List.of(), "22:00", "06:00");

    assertThat(minutesThere(night, "2026-03-28T12:00:00")).isEqualTo(7 * 60);
    assertThat(minutesThere(night, "2026-03-30T12:00:00")).isEqualTo(8 * 60);
    assertThat(minutesThere(night, "2026-10-24T12:00:00")).isEqualTo(9 * 60);
  }

  @Test
  void hoursAreThoseOfTheCompanysZone() {
    Company.Person ana = working(List.of(), "09:00", "17:00");
    Instant nineInBogota = Instant.parse("2026-03-02T14:00:00Z");

    assertThat(Shifts.onShift(ana, ZoneId.of("America/Bogota"), nineInBogota)).isTrue();
    assertThat(Shifts.onShift(ana, ZoneId.of("Asia/Tokyo"), nineInBogota)).isFalse();
  }

  private static Company.Person working(List<String> days, String from, String to) {
    return working(new Company.Shift(days, from, to));
  }

  private static boolean there(Company.Person person, String wallTime) {
    return Shifts.onShift(person, ZONE, LocalDateTime.parse(wallTime).atZone(ZONE).toInstant());
  }

  private static int minutesThere(Company.Person person, String fromNoon) {
    Instant noon = LocalDateTime.parse(fromNoon).atZone(ZONE).toInstant();
    int minutes = 0;
    for (int minute = 0; minute < 24 * 60; minute++) {
      minutes += Shifts.onShift(person, ZONE, noon.plusSeconds(minute * 60L)) ? 1 : 0;
    }
    return minutes;
  }

  private static Company.Person working(Company.Shift... shifts) {
    return new Company.Person(
        "ana",
        "Ana",
        List.of("agent"),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(shifts),
        null);
  }
}
