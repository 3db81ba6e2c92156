package dev.frontline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.local.demo.stream.Story;
import dev.frontline.local.demo.stream.StoryLine;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example's rules, decided for the demo's posts by what a person would say that they are. */
class RulesTest {

  private final Company company = CompanyFile.read(CompanyExampleTest.FILE, Map.of());

  @Test
  void every_rule_decides_some_post_of_the_demo() throws Exception {
    Map<String, CelRuntime.Program> rules = compiled();
    Set<String> unused = new TreeSet<>(rules.keySet());
    // Whether the classifier is unsure depends on the classifier, not on the post.
    unused.remove("The classifier is unsure");

    for (StoryLine line : Story.shipped().timed()) {
      if (line.expect() == null) {
        continue;
      }
      Map<String, Object> post = post(line);
      for (Map.Entry<String, CelRuntime.Program> rule : rules.entrySet()) {
        if ((Boolean) rule.getValue().eval(Map.of("post", post))) {
          unused.remove(rule.getKey());
          break;
        }
      }
    }

    assertThat(unused).isEmpty();
  }

  private Map<String, CelRuntime.Program> compiled() throws Exception {
    CelCompiler compiler =
        CelCompilerFactory.standardCelCompilerBuilder().addVar("post", SimpleType.DYN).build();
    CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
    Map<String, CelRuntime.Program> rules = new LinkedHashMap<>();
    for (Company.Rule rule : company.rules()) {
      rules.put(rule.name(), runtime.createProgram(compiler.compile(rule.when()).getAst()));
    }
    return rules;
  }

  private Map<String, Object> post(StoryLine line) {
    String text = line.data().path("text").asText();
    long followers = line.data().path("author").path("followers").asLong();
    Map<String, Object> post = new HashMap<>();
    for (String label : Labels.ALL) {
      boolean holds = line.expect() != null && line.expect().labels().contains(label);
      post.put(label, holds);
      post.put("p_" + label, holds ? 1.0 : 0.0);
    }
    post.put("unsure", false);
    post.put("repost", line.data().has("repostOf"));
    post.put("has_link", text.contains("https://"));
    post.put("sentiment", "neu");
    post.put("lang", line.data().path("lang").asText());
    post.put("network", line.data().path("network").asText());
    post.put("author", line.data().path("author").path("handle").asText());
    post.put("text", text);
    // What routing finds by more words than these.
    post.put("risk", text.matches("(?is).*(racis|discrimina|data leak).*") ? "discrimination" : "");
    post.put("kind", kind(text));
    post.put("brand", company.brands().get(0).name());
    post.put("reach", followers);
    post.put("followers", followers);
    return post;
  }

  private String kind(String text) {
    if (company.brands().stream().anyMatch(b -> names(text, b.terms()))) {
      return "brand";
    }
    if (company.rivals().stream().anyMatch(r -> names(text, r.terms()))) {
      return "rival";
    }
    if (company.topics().stream().anyMatch(t -> names(text, t.terms()))) {
      return "topic";
    }
    return company.campaigns().stream().anyMatch(c -> names(text, c.terms()))
        ? "campaign"
        : "brand";
  }

  private static boolean names(String text, List<String> terms) {
    return terms.stream()
        .anyMatch(
            t ->
                Pattern.compile("\\b" + Pattern.quote(fold(t)) + "\\b").matcher(fold(text)).find());
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
