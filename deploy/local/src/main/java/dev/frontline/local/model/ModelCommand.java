package dev.frontline.local.model;

import dev.frontline.local.place.Part;
import dev.frontline.local.program.ServiceProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Hands its arguments, input and output to the classifier's own program. */
public abstract class ModelCommand implements Callable<Integer> {

  private static final ServiceProgram PROGRAM =
      new ServiceProgram(Part.CLASSIFY, "dev.frontline.classify.cli.ModelMain");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(spec.name()));
    all.addAll(arguments);
    return PROGRAM.run(all);
  }

  /** {@code classify [--json] < posts}. */
  @Command(
      name = "classify",
      description = "Labels lines of text with the shipped model: classify [--json] < posts")
  public static final class Classify extends ModelCommand {}

  /** {@code train --data DIR --out FILE}. */
  @Command(name = "train", description = "Trains both tiers: train --data DIR --out FILE")
  public static final class Train extends ModelCommand {}

  /**
   * {@code eval --data FILE.jsonl [--model FILE] [--tier 0|cascade|1] [--asked PERCENT] [--json]}.
   */
  @Command(
      name = "eval",
      description =
          "Measures a model: eval --data FILE.jsonl [--model FILE] [--tier T] [--asked PERCENT]"
              + " [--json]")
  public static final class Eval extends ModelCommand {}
}
