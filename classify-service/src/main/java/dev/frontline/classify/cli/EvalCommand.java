package dev.frontline.classify.cli;

import dev.frontline.classify.data.DataFolder;
import dev.frontline.classify.eval.BinaryFigures;
import dev.frontline.classify.eval.EvalReport;
import dev.frontline.classify.eval.Evaluation;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a model against labelled posts. */
@Command(name = "eval", description = "Measures a model against labelled posts.")
final class EvalCommand implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "A .jsonl file of labelled posts.")
  private Path data = Path.of(".");

  @Mixin private ModelOption model = new ModelOption();

  @Option(
      names = "--tier",
      defaultValue = "0",
      description = "0, cascade or 1. This build has tier 0 only (default: ${DEFAULT-VALUE}).")
  private String tier = "0";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    switch (tier) {
      case "0" -> {}
      case "cascade", "1" ->
          spec.commandLine()
              .getErr()
              .printf(
                  "tier %s needs the encoder, which this build does not have: measuring tier 0%n",
                  tier);
      default ->
          throw new ParameterException(
              spec.commandLine(), "--tier must be 0, cascade or 1, not '" + tier + "'");
    }
    EvalReport report = new Evaluation(model.open()).run(DataFolder.read(data));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(report));
    } else {
      print(report, out);
    }
    return 0;
  }

  private static void print(EvalReport report, PrintWriter out) {
    out.println("label          n  positive  precision  recall     f1 (95 %)            AP   ece");
    report
        .labels()
        .forEach(
            (name, figures) -> {
              if (figures instanceof BinaryFigures f) {
                out.printf(
                    Locale.ROOT,
                    "%-10s %6d %8d  %9s %7s %6s (%s-%s) %10s %5s%n",
                    name,
                    f.n(),
                    f.positives(),
                    show(f.precision()),
                    show(f.recall()),
                    show(f.f1()),
                    show(f.f1Low()),
                    show(f.f1High()),
                    show(f.averagePrecision()),
                    show(f.ece()));
              } else {
                out.printf("%-10s %s%n", name, Json.MAPPER.convertValue(figures, Map.class));
              }
            });
    out.printf(
        "RESULT docs_per_s=%d tier=%s model=%s%n",
        report.docsPerSecond(), report.tier(), report.model());
  }

  private static String show(@Nullable Double figure) {
    return figure == null ? "-" : String.format(Locale.ROOT, "%.1f", figure);
  }
}
