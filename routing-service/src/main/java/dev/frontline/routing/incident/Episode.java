package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * An alarm as long as it goes on. It teaches only so much about what is ordinary: three hours of
 * crisis once a week would else make every crisis an ordinary thing, and the watch blind.
 */
final class Episode {

  /** What it is over after: an hour in which nothing was more than ordinary. */
  private static final double CALM_SECONDS = 3600;

  /** What is steep is so for a few minutes; afterwards it is a crisis that goes on. */
  private static final double STEEP_SECONDS = 5 * 60;

  private final int teaches;
  private final int steepTeaches;
  private final int calmNeeded;
  private boolean on;
  private int taught;
  private int calm;

  Episode(Duration teaches, double stepSeconds) {
    this.teaches = (int) Math.max(1, Math.round(teaches.toSeconds() / stepSeconds));
    steepTeaches = (int) Math.max(1, Math.round(STEEP_SECONDS / stepSeconds));
    calmNeeded = (int) Math.max(1, Math.round(CALM_SECONDS / stepSeconds));
  }

  /**
   * @param surprise 1 is just ordinary
   */
  void next(double surprise, double threshold) {
    if (surprise >= threshold) {
      taught = on ? taught + 1 : 1;
      on = true;
      calm = 0;
    } else if (on) {
      taught++;
      calm = surprise < 1 ? calm + 1 : 0;
      on = calm < calmNeeded;
    }
  }

  boolean goesOn() {
    return on;
  }

  boolean mayTeach() {
    return !on || taught <= teaches;
  }

  /** Whether it still says how steep rises ordinarily are. */
  boolean mayTeachSteep() {
    return !on || taught <= steepTeaches;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(on);
    out.writeInt(taught);
    out.writeInt(calm);
  }

  void read(DataInput in) throws IOException {
    on = in.readBoolean();
    taught = in.readInt();
    calm = in.readInt();
  }
}
