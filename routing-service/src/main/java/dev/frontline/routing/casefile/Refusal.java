package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseState;
import java.util.List;

/** A command that may not be done, and what may be done instead. */
public sealed interface Refusal extends Decision {

  /** What is wrong, as a sentence. */
  String detail();

  /** Actions, names or values that are allowed instead. */
  List<String> allowed();

  /** Somebody changed the case since the caller saw it. */
  record Stale(CaseState current, String detail, List<String> allowed) implements Refusal {}

  /** The case is not in a state in which this can be done. */
  record NotNow(CaseState current, String detail, List<String> allowed) implements Refusal {}

  /** A value is missing or none of the allowed ones. */
  record Invalid(String field, String detail, List<String> allowed) implements Refusal {}

  /** The caller may not do this; {@code allowed} names who may. */
  record Forbidden(String detail, List<String> allowed) implements Refusal {}
}
