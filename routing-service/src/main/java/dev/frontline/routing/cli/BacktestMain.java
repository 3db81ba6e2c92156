package dev.frontline.routing.cli;

import dev.frontline.routing.incident.SeriesFile;
import dev.frontline.routing.incident.SeriesFile.Moment;
import dev.frontline.routing.incident.SpikeDetector;
import dev.frontline.routing.incident.SpikeSettings;
import dev.frontline.routing.incident.Watched;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Replays a series of counts with other thresholds and tells which alarms each would have given.
 */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = "Replays a series of counts and shows what would have rung at which threshold.")
public final class BacktestMain implements Callable<Integer> {

  @Mixin private SeriesOption series = new SeriesOption();

  @Option(
      names = "--thresholds",
      split = ",",
      defaultValue = "1.2,1.4,1.6,1.8,2.0,2.5",
      description = "Thresholds to compare (default: ${DEFAULT-VALUE}).")
  private List<Double> thresholds = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  private BacktestMain() {}

  public static void main(String[] args) {
    CommandRun.main(new BacktestMain(), args);
  }

  /** As {@link CommandRun#run} does. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return CommandRun.run(new BacktestMain(), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    if (thresholds.stream().anyMatch(t -> !(t > 0))) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--thresholds must be numbers above 0");
    }
    List<Moment> moments = series.moments();
    PrintWriter out = spec.commandLine().getOut();
    int least = Integer.MAX_VALUE;
    for (double threshold : thresholds) {
      List<String> alarms = alarms(moments, threshold);
      least = Math.min(least, alarms.size());
      out.printf(Locale.ROOT, "threshold %.2f: %d alarms%n", threshold, alarms.size());
      alarms.forEach(a -> out.println("  " + a));
    }
    out.printf(
        "RESULT moments=%d thresholds=%d fewest=%d%n", moments.size(), thresholds.size(), least);
    return 0;
  }

  private static List<String> alarms(List<Moment> moments, double threshold) {
    SpikeDetector detector =
        new SpikeDetector(SpikeSettings.DEFAULT.withThreshold(threshold), SeriesFile.step(moments));
    List<String> alarms = new ArrayList<>();
    for (Moment moment : moments) {
      Watched watched = detector.next(moment.time(), moment.value());
      if (watched.alarm()) {
        alarms.add(
            String.format(
                Locale.ROOT,
                "%s  %.2f  %.0f where %.1f are usual",
                moment.written(),
                watched.surprise(),
                watched.counted(),
                watched.usual()));
      }
    }
    return alarms;
  }
}
