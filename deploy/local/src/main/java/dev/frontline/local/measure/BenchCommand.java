package dev.frontline.local.measure;

import dev.frontline.local.bench.PipelineBench;
import dev.frontline.local.bench.PipelineResult;
import dev.frontline.local.place.Part;
import dev.frontline.local.program.ServiceProgram;
import dev.frontline.local.run.ResidentMemory;
import dev.frontline.local.supervise.ChildStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a stack beside bare references taken in the same run. */
@Command(
    name = "bench",
    description =
        "Measures, beside a reference of the same run; what needs a stack starts its own.",
    footer = "  classify  Posts judged a second, beside another library's encoder.",
    subcommands = {
      BenchCommand.Pipeline.class,
      BenchCommand.Listen.class,
      BenchCommand.Spikes.class
    })
public final class BenchCommand {

  /** What it costs to watch ten thousand series, in routing's own program; needs no stack. */
  @Command(name = "spikes", description = "What watching 10,000 series costs a minute.")
  static final class Spikes implements Callable<Integer> {

    private static final ServiceProgram PROGRAM =
        new ServiceProgram(Part.ROUTING, "dev.frontline.routing.cli.SpikesBenchMain");

    @Override
    public Integer call() throws IOException, InterruptedException {
      return PROGRAM.run(List.of());
    }
  }

  /** From replay to case stored, beside a bare hop and the store's own bulk rate. */
  @Command(name = "pipeline", description = "From replay to case stored: rate, ratio, latency.")
  static final class Pipeline implements Callable<Integer> {

    @Option(names = "--posts", defaultValue = "40000", description = "Posts of the standard mix.")
    private int posts;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
      PipelineResult result;
      try (MeasuredStack stack = MeasuredStack.start(System.getenv(), out);
          BenchTopics topics = BenchTopics.create(stack.kafka())) {
        result =
            new PipelineBench(
                    stack.kafka(),
                    stack.storeUri(),
                    stack.replaySource(),
                    stack.brand(),
                    stack.feeder(),
                    out)
                .run(posts, topics.from(), topics.to());
        for (ChildStatus child : stack.children()) {
          out.printf("memory %s %d MB%n", child.name(), ResidentMemory.ofMb(child.pid()).orElse(0));
        }
        stack.finished();
      }
      out.println(result.line());
      return result.lost() == 0 ? 0 : 1;
    }
  }

  /** Posts a second against stored queries: runs in ingest's own classes, without a stack. */
  @Command(name = "listen", description = "Posts matched a second against stored queries.")
  static final class Listen implements Callable<Integer> {

    private static final ServiceProgram PROGRAM =
        new ServiceProgram(Part.INGEST, "dev.frontline.ingest.bench.ListenBench");

    @Override
    public Integer call() throws IOException, InterruptedException {
      return PROGRAM.run(List.of());
    }
  }
}
