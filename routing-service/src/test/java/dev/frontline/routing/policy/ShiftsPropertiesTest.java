package dev.frontline.routing.policy;

import static dev.frontline.routing.policy.CompanyFixture.agent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Company;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
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

  private static final List<String> ZONES =
      List.of("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");

  /** Days around which clocks change in one of the zones, and a plain one. */
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-03-29"),
          LocalDate.parse("2026-10-25"),
          LocalDate.parse("2026-03-08"),
          LocalDate.parse("2026-11-01"),
          LocalDate.parse("2026-04-05"),
          LocalDate.parse("2026-10-04"),
          LocalDate.parse("2026-07-15"));

  @Property(tries = 400)
  void agreesWithAWatcherOfTheWallClock(
      @ForAll("shifts") Company.Shift shift,
      @ForAll("zones") ZoneId zone,
      @ForAll("days") LocalDate day,
      @ForAll("minutes") int minute) {
    Company.Person person = agent("ana", List.of(), List.of(), shift);
    Instant now = day.atStartOfDay(zone).toInstant().plusSeconds(minute * 60L);

    assertThat(Shifts.onShift(person, zone, now))
        .as("%s %s %s", shift, zone, now.atZone(zone))
        .isEqualTo(watched(shift, zone, now));
  }

  @Property(tries = 200)
  void twoShiftsHoldWhereverOneOfThemDoes(
      @ForAll("shifts") Company.Shift one,
      @ForAll("shifts") Company.Shift other,
      @ForAll("zones") ZoneId zone,
      @ForAll("days") LocalDate day,
      @ForAll("minutes") int minute) {
    Instant now = day.atStartOfDay(zone).toInstant().plusSeconds(minute * 60L);

    assertThat(Shifts.onShift(agent("ana", List.of(), List.of(), one, other), zone, now))
        .isEqualTo(
            Shifts.onShift(agent("ana", List.of(), List.of(), one), zone, now)
                || Shifts.onShift(agent("ana", List.of(), List.of(), other), zone, now));
  }

  /**
   * Watches from three days before: comes when the wall first shows the shift's start on one of its
   * days, goes when it first shows its end.
   */
  private static boolean watched(Company.Shift shift, ZoneId zone, Instant now) {
    LocalDate first = LocalDate.ofInstant(now, zone).minusDays(2);
    for (LocalDate day = first; !day.isAfter(first.plusDays(3)); day = day.plusDays(1)) {
      String name = day.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
      if (shift.days().isEmpty() || shift.days().contains(name)) {
        Instant from = whenTheWallFirstShows(day.atTime(LocalTime.parse(shift.from())), zone);
        Instant to = whenTheWallFirstShows(end(shift, day), zone);
        if (!now.isBefore(from) && now.isBefore(to)) {
          return true;
        }
      }
    }
    return false;
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
        Arbitraries.frequencyOf(Tuple.of(1, aroundTheJump), Tuple.of(2, anyTime))
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
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Combinators.combine(Arbitraries.of(DAYS), Arbitraries.integers().between(-1, 1))
        .as((day, offset) -> day.plusDays(offset));
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, 24 * 60 - 1);
  }
}
