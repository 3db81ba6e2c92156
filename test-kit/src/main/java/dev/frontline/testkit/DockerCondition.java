package dev.frontline.testkit;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests that need the stack where containers are asked for and there is no Docker. */
public final class DockerCondition implements ExecutionCondition {

  private static final System.Logger LOG = System.getLogger(DockerCondition.class.getName());
  private static final String QUARKUS_TEST = "io.quarkus.test.junit.QuarkusTest";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!Containers.wanted() || !needsStack(context) || Containers.possible()) {
      return ConditionEvaluationResult.enabled("the stack can start");
    }
    LOG.log(System.Logger.Level.WARNING, "skipped: no Docker");
    return ConditionEvaluationResult.disabled("skipped: no Docker");
  }

  private static boolean needsStack(ExtensionContext context) {
    return context.getTestClass().stream()
        .flatMap(type -> Arrays.stream(type.getAnnotations()))
        .map(annotation -> annotation.annotationType().getName())
        .anyMatch(name -> name.equals(QUARKUS_TEST) || name.equals(NeedsStack.class.getName()));
  }
}
