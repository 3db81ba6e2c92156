package dev.frontline.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.Crashing.Crash;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;

/** Ends the process at things that it does outside while it reads, before each and after it. */
public final class PollCrash {

  private PollCrash() {}

  /** The same where the process is started again three minutes later. */
  public static int at(IntStream effects, Supplier<Rig> rigs, Consumer<ListAssert<String>> told) {
    return at(effects, Duration.ofMinutes(3), rigs, told);
  }

  /**
   * A process that is started again later reads once more.
   *
   * @param effects at which things that it does outside, counted from 1
   * @param later when the source is read again
   * @param rigs a source that heard nothing yet
   * @param told what holds of the mention ids that were told by both together
   * @return how often the process ended
   */
  public static int at(
      IntStream effects, Duration later, Supplier<Rig> rigs, Consumer<ListAssert<String>> told) {
    int crashes = 0;
    for (int effect : effects.toArray()) {
      for (boolean after : new boolean[] {false, true}) {
        try (Rig rig = rigs.get()) {
          rig.crashing.atEffect(effect, after);
          try {
            rig.turn();
          } catch (Crash e) {
            crashes++;
          }
          rig.crashing.never();
          rig.restart();
          rig.clock.forward(later);
          rig.turn();

          told.accept(
              assertThat(rig.posted().stream().map(Mention::id).toList())
                  .as("ended at effect %d, %s it", effect, after ? "after" : "before"));
        }
      }
    }
    return crashes;
  }
}
