package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseState;

/** What comes of a command or an event on a case. */
public sealed interface Decision permits Change, Decision.Unchanged, Refusal {

  /** It is already so; nothing is written and nothing told. */
  record Unchanged(CaseState state) implements Decision {}
}
