package dev.frontline.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.local.run.StackState.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
  private final List<StackState> written = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private boolean full;

  @Test
  void a_full_disk_is_said_once_and_looked_past() {
    Telling telling = new Telling(true, clock, this::write, log::add);
    full = true;

    telling.changed(List.of());
    telling.said("routing died and is started again");
    full = false;
    telling.enter(Phase.UP, "up");

    assertThat(log)
        .filteredOn(l -> l.contains("No space left on device"))
        .singleElement()
        .asString()
        .contains("is the disk full?");
    assertThat(log).anyMatch(l -> l.contains("routing died"));
    assertThat(written.get(written.size() - 1).phase()).isEqualTo(Phase.UP);
  }

  private void write(StackState state) {
    if (full) {
      throw new UncheckedIOException(new IOException("No space left on device"));
    }
    written.add(state);
  }
}
