package dev.frontline.local.measure;

import dev.frontline.local.chaos.ChaosResult;
import dev.frontline.local.chaos.ChaosRun;
import dev.frontline.local.chaos.KillPlan;
import dev.frontline.local.chaos.StopSignal;
import dev.frontline.local.place.Part;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Ends parts of a stack of its own at random under load, then counts; ends 1 on any loss, and where
 * a part crashes that was told to stop.
 */
@Command(name = "chaos", description = "Random kills under load, then the count.")
public final class ChaosCommand implements Callable<Integer> {

  /** The measured stack runs without the sample company. */
  private static final List<String> PARTS =
      Stream.of(Part.values()).filter(part -> part != Part.DEMO).map(Part::id).toList();

  @Spec private CommandSpec spec;

  @Option(names = "--kills", defaultValue = "10", description = "How many kills.")
  private int kills;

  @Option(names = "--seed", description = "Repeats a run's choices.")
  private @Nullable Long seed;

  private @Nullable String part;

  @Option(
      names = "--signal",
      defaultValue = "KILL",
      description =
          "${COMPLETION-CANDIDATES}: killed at once, or told to stop and looked at how it ends.")
  private StopSignal signal;

  @Option(
      names = "--part",
      description = "Ends only this one: stack, classify, routing, ingest or dashboard.")
  void part(String name) {
    if (!PARTS.contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--part': expected one of "
              + PARTS
              + " but was '"
              + name
              + "'");
    }
    part = name;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    KillPlan plan =
        new KillPlan(kills, signal, part, seed == null ? System.currentTimeMillis() : seed);
    ChaosResult result;
    try (MeasuredStack stack = MeasuredStack.start(System.getenv(), System.out)) {
      System.out.println("seed " + plan.seed());
      result =
          new ChaosRun(
                  stack.kafka(),
                  stack.replaySource(),
                  stack.brand(),
                  stack.feeder(),
                  new SupervisedVictims(stack),
                  System.out)
              .run(plan);
      if (result.holds()) {
        stack.finished();
      }
    }
    System.out.println(result.line());
    return result.holds() ? 0 : 1;
  }
}
