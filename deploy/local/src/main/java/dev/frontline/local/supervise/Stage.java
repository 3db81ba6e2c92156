package dev.frontline.local.supervise;

import java.util.List;

/**
 * Processes that start together once the stage before is ready.
 *
 * @param then done when all are ready, before the next stage; tried again while it throws
 */
public record Stage(List<ChildSpec> children, Step then) {

  public Stage {
    children = List.copyOf(children);
  }

  /** A stage that needs nothing more than its processes. */
  public static Stage of(List<ChildSpec> children) {
    return new Stage(children, () -> {});
  }

  /** Something that may fail for a while. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }
}
