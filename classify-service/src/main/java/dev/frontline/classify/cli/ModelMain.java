package dev.frontline.classify.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Trains, measures and tries the model, without the service. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Trains, measures and tries the model that labels posts.",
    subcommands = {TrainCommand.class, EvalCommand.class, ClassifyCommand.class})
public final class ModelMain {

  private ModelMain() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    System.exit(code);
  }

  /** Runs a command. Exit codes: 0 done, 1 a file is wrong, 2 the arguments are. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new ModelMain())
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
