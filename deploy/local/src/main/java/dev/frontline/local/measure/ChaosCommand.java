package dev.frontline.local.measure;

import dev.frontline.kit.company.Company;
import dev.frontline.local.chaos.ChaosRun;
import dev.frontline.local.chaos.Ledger;
import dev.frontline.local.run.Surroundings;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills parts of the running stack at random under load, then counts; ends 1 on any loss. */
@Command(name = "chaos", description = "Random kills under load, then the count.")
public final class ChaosCommand implements Callable<Integer> {

  @Option(names = "--kills", defaultValue = "10", description = "How many kills.")
  private int kills;

  @Option(names = "--seed", description = "Repeats a run's choices.")
  private @Nullable Long seed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Surroundings around = Surroundings.of(System.getenv());
    Company company = around.company(System.getenv());
    RunningStack.state(around);
    long chosen = seed == null ? System.currentTimeMillis() : seed;
    System.out.println("seed " + chosen);
    Ledger ledger =
        new ChaosRun(
                around.neighbours().kafka(),
                RunningStack.replaySource(company),
                company.brands().get(0).name(),
                RunningStack.feeder(around, company),
                new SupervisedVictims(around),
                System.out)
            .run(kills, chosen);
    System.out.println(ledger.line(kills));
    return ledger.holds() ? 0 : 1;
  }
}
