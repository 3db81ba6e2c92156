package dev.frontline.routing.cli;

import dev.frontline.routing.incident.SeriesFile;
import dev.frontline.routing.incident.SeriesFile.Moment;
import dev.frontline.routing.incident.SpikeDetector;
import dev.frontline.routing.incident.SpikeSettings;
import dev.frontline.routing.incident.Watched;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the detector over a file of counts. */
@Command(
    name = "spikes",
    mixinStandardHelpOptions = true,
    description =
        "Watches a series of counts as it would have come in, and writes down when an alarm"
            + " would have begun.")
public final class SpikesMain implements Callable<Integer> {

  @Mixin private SeriesOption series = new SeriesOption();

  @Option(
      names = "--out",
      required = true,
      description = "Where alarms go, one a line: timestamp,score,why.")
  private Path out = Path.of(".");

  @Option(
      names = "--threshold",
      description = "An alarm is this many times what is just ordinary (default: 1.6).")
  private @Nullable Double threshold;

  @Spec private CommandSpec spec = CommandSpec.create();

  private SpikesMain() {}

  public static void main(String[] args) {
    CommandRun.main(new SpikesMain(), args);
  }

  /** As {@link CommandRun#run} does. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return CommandRun.run(new SpikesMain(), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    if (threshold != null && !(threshold > 0)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--threshold must be a number above 0, not " + threshold);
    }
    List<Moment> moments = series.moments();
    SpikeSettings settings =
        threshold == null ? SpikeSettings.DEFAULT : SpikeSettings.DEFAULT.withThreshold(threshold);
    SpikeDetector detector = new SpikeDetector(settings, SeriesFile.step(moments));
    List<String> lines = new ArrayList<>(List.of("timestamp,score,why"));
    for (Moment moment : moments) {
      Watched watched = detector.next(moment.time(), moment.value());
      if (watched.alarm()) {
        lines.add(line(moment, watched));
      }
    }
    Files.write(out, lines, StandardCharsets.UTF_8);
    spec.commandLine()
        .getOut()
        .printf("RESULT moments=%d alarms=%d%n", moments.size(), lines.size() - 1);
    return 0;
  }

  private static String line(Moment moment, Watched watched) {
    Duration span = watched.span() == null ? Duration.ZERO : watched.span();
    return String.format(
        Locale.ROOT,
        "%s,%.2f,%.0f within %s where %.1f are usual",
        moment.written(),
        watched.surprise(),
        watched.counted(),
        inWords(span),
        watched.usual());
  }

  private static String inWords(Duration span) {
    return span.toHours() >= 2 ? span.toHours() + " hours" : span.toMinutes() + " minutes";
  }
}
