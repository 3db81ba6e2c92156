package dev.frontline.local.chaos;

/** How a part is made to end. */
public enum StopSignal {
  /** At once, without a chance to put anything away. */
  KILL,
  /** It is told to stop and ends by itself. */
  TERM
}
