package dev.frontline.local.incident;

import dev.frontline.local.place.Part;
import dev.frontline.local.program.ServiceProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code backtest --series FILE.csv}: hands all to routing's own program. */
@Command(
    name = "backtest",
    description = "Replays counts at other thresholds: backtest --series FILE.csv")
public final class BacktestCommand implements Callable<Integer> {

  private static final ServiceProgram PROGRAM =
      new ServiceProgram(Part.ROUTING, "dev.frontline.routing.cli.BacktestMain");

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return PROGRAM.run(arguments);
  }
}
