package dev.frontline.ingest.network.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.testkit.NeedsStack;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The source is polled while its process ends at every single thing that it does outside. */
@NeedsStack
class HackerNewsCrashTest {

  /** More than a reading has: its sends and writes, before and after each. */
  private static final int EFFECTS = 12;

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    Search search = new Search(8, Rig.NOON.minusSeconds(60));
    try (Served network = new Served(search::answer)) {
      int crashes =
          PollCrash.at(
              IntStream.rangeClosed(1, EFFECTS),
              () ->
                  new Rig(
                      new HackerNews(),
                      network.address(),
                      null,
                      Map.of("query", "kettlery", "items", network.address())),
              ids -> ids.containsExactlyInAnyOrderElementsOf(search.truth()));

      assertThat(crashes).isGreaterThanOrEqualTo(EFFECTS);
    }
  }
}
