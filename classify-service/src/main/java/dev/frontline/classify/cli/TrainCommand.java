package dev.frontline.classify.cli;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.train.Trainer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model from a folder of labelled posts. */
@Command(name = "train", description = "Trains a model from a folder of labelled posts.")
final class TrainCommand implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "Folder with the .jsonl files.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Where the model is written.")
  private Path out = Path.of("tier0.flt");

  @Option(
      names = "--version",
      defaultValue = "local",
      description = "What the model is called (default: ${DEFAULT-VALUE}).")
  private String version = "local";

  @Option(
      names = "--vectors",
      description =
          "File that keeps the encoder's vectors for the next training (default: ${DEFAULT-VALUE}).")
  private Path vectors = Path.of(System.getProperty("java.io.tmpdir"), "frontline-vectors-5.bin");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Tier0Model model;
    try (Encoder encoder = Encoder.load()) {
      model =
          new Trainer(step -> spec.commandLine().getErr().println(step))
              .train(data, version, encoder, vectors);
    }
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try (OutputStream file = Files.newOutputStream(part)) {
      ModelFile.write(model, file);
    }
    Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    spec.commandLine()
        .getOut()
        .printf("RESULT model=%s bytes=%d%n", model.version(), Files.size(out));
    return 0;
  }
}
