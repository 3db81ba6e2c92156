package dev.frontline.ingest.network.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.Crashing.Crash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The source is polled while its process ends at every single thing that it does outside. */
@NeedsStack
class HackerNewsCrashTest {

  /** More than a reading has: its sends and writes, before and after each. */
  private static final int EFFECTS = 12;

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    Search search = new Search(8, Rig.NOON.minusSeconds(60));
    int crashes = 0;
    try (Served network = new Served(search::answer)) {
      for (int effect = 1; effect <= EFFECTS; effect++) {
        for (boolean after : new boolean[] {false, true}) {
          try (Rig rig =
              new Rig(
                  new HackerNews(),
                  network.address(),
                  null,
                  Map.of("query", "kettlery", "items", network.address()))) {
            rig.crashing.atEffect(effect, after);
            try {
              rig.turn();
            } catch (Crash e) {
              crashes++;
            }
            rig.crashing.never();
            rig.restart();
            rig.clock.forward(Duration.ofMinutes(3));
            rig.turn();

            assertThat(rig.posted())
                .as("ended at effect %d, %s it", effect, after ? "after" : "before")
                .extracting(Mention::id)
                .containsExactlyInAnyOrderElementsOf(search.truth());
          }
        }
      }
    }
    assertThat(crashes).isGreaterThanOrEqualTo(EFFECTS);
  }
}
