package dev.frontline.classify.cli;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.classify.theme.Themes;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.kit.company.CompanyFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Labels the lines of standard input. */
@Command(name = "classify", description = "Labels lines of text from standard input, in order.")
final class ClassifyCommand implements Callable<Integer> {

  @Mixin private ModelOption model = new ModelOption();

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Option(
      names = "--config",
      description = "Company file whose themes are looked for (default: those that are known).")
  private @Nullable Path config;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Encoder encoder = Encoder.load()) {
      return labelled(new Cascade(model.read(), CueBook.shipped(), encoder), themes());
    }
  }

  private int labelled(Cascade cascade, Themes themes) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Judgement judgement = cascade.judge(line, BrandNames.NONE, null, Adaptation.NONE);
      List<Theme> found = themes.find(line, themes.brands(), judgement.lang());
      out.println(json ? asJson(line, judgement, found) : asLine(line, judgement, found));
    }
    out.flush();
    return 0;
  }

  private Themes themes() {
    return config == null ? Themes.known() : Themes.of(CompanyFile.read(config, System.getenv()));
  }

  private static String asJson(String text, Judgement judgement, List<Theme> themes)
      throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", text);
    object.put("lang", judgement.lang());
    object.put("sentiment", judgement.sentiment().value());
    Map<String, Said> labels = new LinkedHashMap<>();
    judgement
        .labels()
        .forEach((name, s) -> labels.put(name, new Said(s.p(), s.decided(), s.why())));
    object.put("labels", labels);
    object.put("themes", themes);
    object.put("unsure", judgement.unsure());
    object.put("tier", judgement.tier());
    object.put("model", judgement.model());
    return Json.MAPPER.writeValueAsString(object);
  }

  private static String asLine(String text, Judgement judgement, List<Theme> themes) {
    String held =
        judgement.labels().entrySet().stream()
            .filter(e -> e.getValue().decided())
            .map(e -> named(e.getKey(), e.getValue()))
            .collect(Collectors.joining("  "));
    return String.format(
        "%s\n    %s %s%s  %s%s",
        text,
        judgement.lang(),
        judgement.sentiment().value(),
        judgement.unsure() ? " unsure" : "",
        held.isEmpty() ? "no label" : held,
        themes.isEmpty() ? "" : "  about " + about(themes));
  }

  private static String about(List<Theme> themes) {
    return themes.stream().map(t -> t.name() + " " + t.why()).collect(Collectors.joining("  "));
  }

  private static String named(String name, LabelScore score) {
    return String.format(Locale.ROOT, "%s %.2f %s", name, score.p(), score.why());
  }

  private record Said(double p, boolean decided, List<String> why) {}
}
