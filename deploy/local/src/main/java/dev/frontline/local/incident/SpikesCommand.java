package dev.frontline.local.incident;

import dev.frontline.local.place.Part;
import dev.frontline.local.program.ServiceProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code spikes --series FILE.csv --out ALERTS.csv}: hands all to routing's own program. */
@Command(
    name = "spikes",
    description =
        "Watches a series of counts for spikes: spikes --series FILE.csv --out ALERTS.csv")
public final class SpikesCommand implements Callable<Integer> {

  private static final ServiceProgram PROGRAM =
      new ServiceProgram(Part.ROUTING, "dev.frontline.routing.cli.SpikesMain");

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return PROGRAM.run(arguments);
  }
}
