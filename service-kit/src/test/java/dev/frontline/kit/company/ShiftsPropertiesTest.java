package dev.frontline.kit.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Compares {@link Shifts} with somebody who watches the clock on the wall, minute by minute. */
class ShiftsPropertiesTest {

  /** Days on which clocks jump forward or back, and a plain one. */
  private static final List<Day> DAYS =
      List.of(
          Day.of("Europe/Amsterdam", "2026-03-29"),
          Day.of("Europe/Amsterdam", "2026-10-25"),
          Day.of("America/New_York", "2026-03-08"),
          Day.of("America/New_York", "2026-11-01"),
          Day.of("Australia/Lord_Howe", "2026-04-05"),
          Day.of("Australia/Lord_Howe", "2026-10-04"),
          Day.of("Asia/Kolkata", "2026-07-15"));

  record Day(ZoneId zone, LocalDate date) {
    static Day of(String zone, String date) {
      return new Day(ZoneId.of(zone), LocalDate.parse(date));
    }

    Instant at(int minute) {
      return date.atStartOfDay(zone).toInstant().plusSeconds(minute * 60L);
    }
  }

  @Property(tries = 300)
  void agreesWithAWatcherOfTheWallClockInEveryMinuteOfADay(
      @ForAll("shifts") Company.Shift shift, @ForAll("days") Day day) {
    Company.Person person = working(shift);
    List<Instant[]> watched = watched(shift, day);

    for (int minute = 0; minute < 24 * 60; minute++) {
      Instant now = day.at(minute);
      boolean there =
          watched.stream().anyMatch(span -> !now.isBefore(span[0]) && now.isBefore(span[1]));
      assertThat(Shifts.onShift(person, day.zone(), now))
          .as("%s %s", shift, now.atZone(day.zone()))
          .isEqualTo(there);
    }
  }

  @Property(tries = 200)
  void twoShiftsHoldWhereverOneOfThemDoes(
      @ForAll("shifts") Company.Shift one,
      @ForAll("shifts") Company.Shift other,
      @ForAll("days") Day day,
      @ForAll("minutes") int minute) {
    Instant now = day.at(minute);
    ZoneId zone = day.zone();

    assertThat(Shifts.onShift(working(one, other), zone, now))
        .isEqualTo(
            Shifts.onShift(working(one), zone, now) || Shifts.onShift(working(other), zone, now));
  }

  /**
   * Comes when the wall first shows the shift's start on one of its days, goes when it first shows
   * its end.
   */
  private static List<Instant[]> watched(Company.Shift shift, Day around) {
    List<Instant[]> spans = new ArrayList<>();
    for (int offset = -2; offset <= 1; offset++) {
      LocalDate day = around.date().plusDays(offset);
      String name = day.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
      if (shift.days().isEmpty() || shift.days().contains(name)) {
        spans.add(
            new Instant[] {
              whenTheWallFirstShows(day.atTime(LocalTime.parse(shift.from())), around.zone()),
              whenTheWallFirstShows(end(shift, day), around.zone())
            });
      }
    }
    return spans;
  }

  private static LocalDateTime end(Company.Shift shift, LocalDate day) {
    if (shift.to().equals("24:00")) {
      return day.plusDays(1).atTime(0, 0);
    }
    boolean overMidnight = shift.to().compareTo(shift.from()) <= 0;
    return (overMidnight ? day.plusDays(1) : day).atTime(LocalTime.parse(shift.to()));
  }

  private static Instant whenTheWallFirstShows(LocalDateTime time, ZoneId zone) {
    Instant moment = time.toLocalDate().atStartOfDay(zone).toInstant();
    while (LocalDateTime.ofInstant(moment, zone).isBefore(time)) {
      moment = moment.plusSeconds(60);
    }
    return moment;
  }

  @Provide
  Arbitrary<Company.Shift> shifts() {
    Arbitrary<Integer> aroundTheJump = Arbitraries.integers().between(12, 42);
    Arbitrary<Integer> anyTime = Arbitraries.integers().between(0, 24 * 12 - 1);
    Arbitrary<String> times =
        Arbitraries.frequencyOf(Tuple.of(1, aroundTheJump), Tuple.of(1, anyTime))
            .map(n -> LocalTime.MIN.plusMinutes(n * 5L).toString());
    Arbitrary<String> ends =
        Arbitraries.frequencyOf(Tuple.of(9, times), Tuple.of(1, Arbitraries.just("24:00")));
    Arbitrary<List<String>> days =
        Arbitraries.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")
            .list()
            .uniqueElements()
            .ofMaxSize(4);
    return Combinators.combine(days, times, ends).as(Company.Shift::new);
  }

  @Provide
  Arbitrary<Day> days() {
    return Combinators.combine(Arbitraries.of(DAYS), Arbitraries.of(-1, 0, 0, 0, 1))
        .as((day, offset) -> new Day(day.zone(), day.date().plusDays(offset)));
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, 24 * 60 - 1);
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
