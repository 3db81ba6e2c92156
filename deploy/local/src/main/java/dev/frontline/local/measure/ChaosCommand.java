package dev.frontline.local.measure;

import dev.frontline.local.chaos.ChaosRun;
import dev.frontline.local.chaos.Ledger;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills parts of a stack of its own at random under load, then counts; ends 1 on any loss. */
@Command(name = "chaos", description = "Random kills under load, then the count.")
public final class ChaosCommand implements Callable<Integer> {

  @Option(names = "--kills", defaultValue = "10", description = "How many kills.")
  private int kills;

  @Option(names = "--seed", description = "Repeats a run's choices.")
  private @Nullable Long seed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    long chosen = seed == null ? System.currentTimeMillis() : seed;
    Ledger ledger;
    try (MeasuredStack stack = MeasuredStack.start(System.getenv(), System.out)) {
      System.out.println("seed " + chosen);
      ledger =
          new ChaosRun(
                  stack.kafka(),
                  stack.replaySource(),
                  stack.brand(),
                  stack.feeder(),
                  new SupervisedVictims(stack),
                  System.out)
              .run(kills, chosen);
      if (ledger.holds()) {
        stack.finished();
      }
    }
    System.out.println(ledger.line(kills));
    return ledger.holds() ? 0 : 1;
  }
}
