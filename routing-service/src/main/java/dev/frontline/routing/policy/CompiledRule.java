package dev.frontline.routing.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.kit.company.Company;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A rule ready to run.
 *
 * @param fields fields of the post that it reads, in the order of its text
 * @param failures how often it failed at run time, which counts as not holding
 */
record CompiledRule(
    Company.Rule rule,
    Priority priority,
    CelRuntime.Program program,
    List<String> fields,
    AtomicLong failures) {

  boolean holds(Map<String, Object> post) {
    try {
      return Boolean.TRUE.equals(program.eval(Map.of(PostType.VARIABLE, post)));
    } catch (CelEvaluationException | RuntimeException e) {
      failures.incrementAndGet();
      return false;
    }
  }
}
