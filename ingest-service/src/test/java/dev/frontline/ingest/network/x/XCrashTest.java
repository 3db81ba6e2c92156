package dev.frontline.ingest.network.x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.Crashing.Crash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The source is polled while its process ends at every single thing that it does outside. */
@NeedsStack
class XCrashTest {

  private static final int EFFECTS = 16;
  private static final int POSTS = 25;

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwiceAndNoReadingIsUnpaid() {
    Site site = new Site();
    IntStream.range(0, POSTS)
        .forEach(n -> site.post(n, Rig.NOON.plusSeconds(60 + n), "kettlery " + n));
    int crashes = 0;
    try (Served network = new Served(site::answer)) {
      for (int effect = 1; effect <= EFFECTS; effect++) {
        for (boolean after : new boolean[] {false, true}) {
          try (Rig rig =
              new Rig(
                  new X(),
                  network.address(),
                  "token",
                  Map.of("query", "kettlery", "spendCap", "50"))) {
            rig.turn();
            rig.clock.forward(Duration.ofMinutes(3));
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
                .hasSize(POSTS)
                .doesNotHaveDuplicates();
            assertThat(rig.cost()).isGreaterThanOrEqualTo(POSTS * 0.005 + 0.010 - 1e-9);
          }
        }
      }
    }
    assertThat(crashes).isGreaterThanOrEqualTo(EFFECTS);
  }
}
