package dev.frontline.dashboard.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Company.Shift;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftsTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Instant MONDAY_2300 = Instant.parse("2026-11-02T23:00:00Z");
  private static final Instant TUESDAY_0500 = Instant.parse("2026-11-03T05:00:00Z");

  @Test
  void a_shift_over_midnight_belongs_to_the_day_it_began() {
    List<Shift> mondayNight = List.of(new Shift(List.of("mon"), "22:00", "06:00"));

    assertThat(Shifts.onShift(mondayNight, UTC, MONDAY_2300)).isTrue();
    assertThat(Shifts.onShift(mondayNight, UTC, TUESDAY_0500)).isTrue();
    assertThat(Shifts.onShift(mondayNight, UTC, Instant.parse("2026-11-03T23:00:00Z"))).isFalse();
    assertThat(Shifts.onShift(mondayNight, UTC, Instant.parse("2026-11-02T05:00:00Z"))).isFalse();
  }

  @Test
  void no_shifts_means_always_and_midnight_may_end_one() {
    assertThat(Shifts.onShift(List.of(), UTC, TUESDAY_0500)).isTrue();
    assertThat(Shifts.onShift(List.of(new Shift(List.of(), "16:00", "24:00")), UTC, MONDAY_2300))
        .isTrue();
    assertThat(Shifts.onShift(List.of(new Shift(List.of(), "16:00", "24:00")), UTC, TUESDAY_0500))
        .isFalse();
  }
}
