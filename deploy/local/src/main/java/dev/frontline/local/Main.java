package dev.frontline.local;

import dev.frontline.local.connect.ConnectCommand;
import dev.frontline.local.data.BackupCommand;
import dev.frontline.local.data.ResetCommand;
import dev.frontline.local.data.RestoreCommand;
import dev.frontline.local.doctor.DoctorCommand;
import dev.frontline.local.incident.BacktestCommand;
import dev.frontline.local.incident.SpikesCommand;
import dev.frontline.local.measure.BenchCommand;
import dev.frontline.local.measure.ChaosCommand;
import dev.frontline.local.model.ModelCommand;
import dev.frontline.local.replay.ReplayCommand;
import dev.frontline.local.run.DownCommand;
import dev.frontline.local.run.LogsCommand;
import dev.frontline.local.run.SecretsCommand;
import dev.frontline.local.run.StatusCommand;
import dev.frontline.local.run.SuperviseCommand;
import dev.frontline.local.run.TopicsCommand;
import dev.frontline.local.run.UpCommand;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The {@code frontline} command. */
@Command(
    name = "frontline",
    description = "Hears what is said in public and brings it to the people who should answer.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      ReplayCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ResetCommand.class,
      ConnectCommand.class,
      DoctorCommand.class,
      ModelCommand.Classify.class,
      ModelCommand.Train.class,
      ModelCommand.Eval.class,
      SpikesCommand.class,
      BacktestCommand.class,
      BenchCommand.class,
      ChaosCommand.class,
      TopicsCommand.class,
      SecretsCommand.class,
      SuperviseCommand.class,
      HelpCommand.class
    })
public final class Main {

  // java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger LOG = Logger.getLogger("");

  private Main() {}

  /** Ends with the command's exit code; what a person can mend is told in one line. */
  public static void main(String[] args) {
    LOG.setLevel(Level.WARNING);
    CommandLine line = line();
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          String message = message(failure);
          command.getErr().println("frontline: " + message);
          if (!(failure instanceof Trouble) && System.getenv("FRONTLINE_TRACE") != null) {
            failure.printStackTrace(command.getErr());
          }
          return 1;
        });
    if (args.length == 0) {
      line.usage(System.out);
      System.exit(2);
    }
    System.exit(line.execute(args));
  }

  /** The command with all its subcommands, each of which explains itself with {@code --help}. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new Main());
    explain(line);
    return line;
  }

  private static void explain(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    // The model's commands hand everything on to a program that explains itself.
    if (spec.findOption("--help") == null && spec.unmatchedArgsBindings().isEmpty()) {
      spec.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Shows this help.")
              .build());
    }
    line.getSubcommands().values().forEach(Main::explain);
  }

  private static String message(Exception failure) {
    if (failure instanceof Trouble) {
      return String.valueOf(failure.getMessage());
    }
    Throwable cause =
        failure instanceof UncheckedIOException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause.getClass().getSimpleName()
        + ": "
        + cause.getMessage()
        + " (FRONTLINE_TRACE=1 shows where)";
  }
}
