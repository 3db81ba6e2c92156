package dev.frontline.local.run;

import dev.frontline.local.supervise.ChildStatus;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Shows how far the start is: one line that is written over on a terminal, else one a change. */
final class Progress {

  private final PrintStream out;
  private final boolean terminal = System.console() != null;
  private String shown = "";

  Progress(PrintStream out) {
    this.out = out;
  }

  void show(List<ChildStatus> children, long seconds) {
    String line =
        children.stream()
            .map(child -> child.name() + " " + word(child))
            .collect(Collectors.joining("  "));
    if (terminal) {
      out.print("\r\u001b[K" + line + "  " + seconds + " s");
      out.flush();
    } else if (!line.equals(shown)) {
      out.println(line);
    }
    shown = line;
  }

  void done() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private static String word(ChildStatus child) {
    return switch (child.state()) {
      case WAITING -> "waits";
      case STARTING -> "starts";
      case READY -> "ready";
      case RESTARTING -> "starts again";
      case GIVEN_UP -> "given up";
      case STOPPED -> "stopped";
    };
  }
}
