package dev.frontline.routing.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs a command: a fault is one line, and the exit code says whose it is. */
final class CommandRun {

  private CommandRun() {}

  /** Runs it as this process's own, and ends the process. */
  static void main(Callable<Integer> command, String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(command, out, err, args));
  }

  /** Exit codes: 0 done, 1 a file is wrong, 2 the arguments are. */
  static int run(Callable<Integer> command, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(command)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (fault, line, parsed) -> {
              err.println(fault.getMessage());
              return 1;
            })
        .execute(args);
  }
}
