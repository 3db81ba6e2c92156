package dev.frontline.dashboard.deadletter;

import dev.frontline.dashboard.readmodel.WholeLetter;

/** What came of a person's decision about a dead letter. */
public sealed interface Ruling {

  /** It is done; the letter as it stands now. */
  record Done(WholeLetter letter) implements Ruling {}

  /** It cannot be done. */
  record Refused(String detail) implements Ruling {}
}
