package dev.frontline.local.demo.player;

import java.time.Clock;
import java.util.function.UnaryOperator;

/** The one {@link Progress} of the running story, on the disk with every step it takes. */
final class Chronicle {

  private final ProgressFile file;
  private Progress progress;

  Chronicle(ProgressFile file, Clock clock) {
    this.file = file;
    this.progress = file.read().orElseGet(() -> Progress.atStart(clock.instant()));
    file.write(progress);
  }

  synchronized Progress now() {
    return progress;
  }

  synchronized void change(UnaryOperator<Progress> step) {
    Progress to = step.apply(progress);
    file.write(to);
    progress = to;
  }

  boolean isDone(Step step) {
    return now().done().contains(step.mark());
  }

  void done(Step step) {
    change(p -> p.with(step.mark()));
  }
}
