package dev.frontline.classify.cli;

import dev.frontline.classify.data.DataFolder;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.eval.BinaryFigures;
import dev.frontline.classify.eval.EvalReport;
import dev.frontline.classify.eval.Evaluation;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

  private static final double ALL = 100;
  private static final Set<String> TIERS = Set.of("0", "cascade", "1");

  @Option(names = "--data", required = true, description = "A .jsonl file of labelled posts.")
  private Path data = Path.of(".");

  @Mixin private ModelOption model = new ModelOption();

  @Option(
      names = "--tier",
      defaultValue = "cascade",
      description =
          "0: the fast tier alone; 1: the encoder for every post; cascade: as the service judges"
              + " (default: ${DEFAULT-VALUE}).")
  private String tier = "cascade";

  @Option(
      names = "--asked",
      paramLabel = "PERCENT",
      description =
          "Ask the encoder about no more than so many of a hundred posts: those of whose known"
              + " labels the fast tier is most in doubt (default: as the service asks).")
  private @Nullable Double asked;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!TIERS.contains(tier)) {
      throw new ParameterException(
          spec.commandLine(), "--tier must be 0, cascade or 1, not '" + tier + "'");
    }
    if (asked != null && !(asked >= 0 && asked <= ALL)) {
      throw new ParameterException(
          spec.commandLine(), "--asked must be from 0 to 100, not '" + asked + "'");
    }
    if (asked != null && !tier.equals("cascade")) {
      throw new ParameterException(spec.commandLine(), "--asked goes with --tier cascade alone");
    }
    Tier0Model read = model.read();
    CueBook book = CueBook.shipped();
    try (Encoder encoder = Encoder.load()) {
      Supplier<Cascade> judges = () -> new Cascade(read, book, encoder);
      Evaluation evaluation =
          asked == null
              ? new Evaluation(judges, tier)
              : Evaluation.sparing(judges, read, asked / ALL);
      show(evaluation.run(DataFolder.read(data)));
    }
    return 0;
  }

  private void show(EvalReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(report));
    } else {
      print(report, out);
    }
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
        Locale.ROOT,
        "RESULT docs_per_s=%d escalated=%.1f tier=%s model=%s%n",
        report.docsPerSecond(),
        report.escalated(),
        report.tier(),
        report.model());
  }

  private static String show(@Nullable Double figure) {
    return figure == null ? "-" : String.format(Locale.ROOT, "%.1f", figure);
  }
}
