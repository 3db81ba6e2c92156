package dev.frontline.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.Crashing.Crash;
import dev.frontline.ingest.source.Delivery;
import java.util.Collection;
import java.util.function.Supplier;

/** Ends the process at every single thing that it does outside while a network calls. */
public final class PushCrash {

  /** More than a delivery has. */
  private static final int EFFECTS = 8;

  private PushCrash() {}

  /**
   * A network that got no answer sends again: all is told then, and nothing twice.
   *
   * @param rigs a source that heard nothing yet
   * @param told the mention ids that the delivery holds
   */
  public static void everywhere(Supplier<Rig> rigs, Delivery delivery, Collection<String> told) {
    int crashes = 0;
    for (int effect = 1; effect <= EFFECTS; effect++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Rig rig = rigs.get()) {
          rig.crashing.atEffect(effect, after);
          try {
            rig.call(delivery);
          } catch (Crash e) {
            crashes++;
          }
          rig.crashing.never();
          rig.restart();
          rig.call(delivery);

          assertThat(rig.posted())
              .as("ended at effect %d, %s it", effect, after ? "after" : "before")
              .extracting(Mention::id)
              .containsExactlyInAnyOrderElementsOf(told);
        }
      }
    }
    assertThat(crashes).isPositive();
  }
}
