package dev.frontline.classify.cli;

import dev.frontline.classify.about.Apart;
import dev.frontline.classify.about.Sides;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.classify.theme.Themes;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Match;
import dev.frontline.kit.company.Company;
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
      description =
          "Company file whose themes are looked for (default: those that are known), and whose"
              + " brands and rivals are told apart where a line names several.")
  private @Nullable Path config;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Encoder encoder = Encoder.load()) {
      Cascade cascade = new Cascade(model.read(), CueBook.shipped(), encoder);
      if (config == null) {
        return labelled(cascade, Themes.known(), null);
      }
      Company company = CompanyFile.read(config, System.getenv());
      return labelled(cascade, Themes.of(company), new Sides(company));
    }
  }

  private int labelled(Cascade cascade, Themes themes, @Nullable Sides sides) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Judgement judgement = judged(line, cascade, sides);
      List<Theme> found = themes.find(line, themes.brands(), judgement.lang());
      out.println(json ? asJson(line, judgement, found) : asLine(line, judgement, found));
    }
    out.flush();
    return 0;
  }

  private static Judgement judged(String line, Cascade cascade, @Nullable Sides sides) {
    Judgement whole = cascade.judge(line, BrandNames.NONE, null, Adaptation.NONE);
    List<Sides.Side> parts = sides == null ? List.of() : sides.of(line, sides.namedIn(line));
    return parts.isEmpty()
        ? whole
        : whole.apart(
            Apart.of(
                whole, parts, part -> cascade.judge(part, BrandNames.NONE, null, Adaptation.NONE)));
  }

  private static String asJson(String text, Judgement judgement, List<Theme> themes)
      throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", text);
    object.put("lang", judgement.lang());
    object.put("sentiment", judgement.sentiment().value());
    object.put("labels", said(judgement.labels()));
    object.put("themes", themes);
    if (!judgement.about().isEmpty()) {
      object.put("about", judgement.about().stream().map(Toward::of).toList());
    }
    object.put("unsure", judgement.unsure());
    object.put("tier", judgement.tier());
    object.put("model", judgement.model());
    return Json.MAPPER.writeValueAsString(object);
  }

  private static String asLine(String text, Judgement judgement, List<Theme> themes) {
    String held = held(judgement.labels());
    return String.format(
        "%s\n    %s %s%s  %s%s%s",
        text,
        judgement.lang(),
        judgement.sentiment().value(),
        judgement.unsure() ? " unsure" : "",
        held.isEmpty() ? "no label" : held,
        themes.isEmpty() ? "" : "  about " + about(themes),
        judgement.about().stream()
            .map(one -> "\n    of " + one.name() + ": " + held(one.labels()))
            .collect(Collectors.joining()));
  }

  private static String held(Map<String, LabelScore> labels) {
    return said(labels).entrySet().stream()
        .filter(e -> e.getValue().decided())
        .map(e -> named(e.getKey(), e.getValue()))
        .collect(Collectors.joining("  "));
  }

  private static String about(List<Theme> themes) {
    return themes.stream().map(t -> t.name() + " " + t.why()).collect(Collectors.joining("  "));
  }

  private static String named(String name, Said score) {
    return String.format(Locale.ROOT, "%s %.2f %s", name, score.p(), score.why());
  }

  private static Map<String, Said> said(Map<String, LabelScore> scores) {
    Map<String, Said> labels = new LinkedHashMap<>();
    for (String name : Labels.ALL) {
      LabelScore score = scores.get(name);
      if (score != null) {
        labels.put(name, new Said(score.p(), score.decided(), score.why()));
      }
    }
    return labels;
  }

  private record Said(double p, boolean decided, List<String> why) {}

  private record Toward(String name, Match.Kind kind, Map<String, Said> labels, String sentiment) {
    static Toward of(About about) {
      return new Toward(
          about.name(), about.kind(), said(about.labels()), about.sentiment().value());
    }
  }
}
