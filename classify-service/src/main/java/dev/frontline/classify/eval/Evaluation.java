package dev.frontline.classify.eval;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.model.Tier1;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges labelled posts and compares. The posts' own {@code lang} is not shown to the model. */
public final class Evaluation {

  private static final String CASCADE = "cascade";

  private final Supplier<Cascade> judges;
  private final String tier;
  private final @Nullable Sparing sparing;

  /**
   * @param judges makes one a thread
   * @param tier {@code 0}, {@code 1} or {@code cascade}
   */
  public Evaluation(Supplier<Cascade> judges, String tier) {
    this(judges, tier, null);
  }

  private Evaluation(Supplier<Cascade> judges, String tier, @Nullable Sparing sparing) {
    this.judges = judges;
    this.tier = tier;
    this.sparing = sparing;
  }

  /**
   * With the slow tier asked about no more than a share of the posts, see {@link Sparing}.
   *
   * @param share from 0 to 1
   */
  public static Evaluation sparing(Supplier<Cascade> judges, Tier0Model model, double share) {
    return new Evaluation(judges, CASCADE, new Sparing(judges, model.verdicts(), share));
  }

  public EvalReport run(List<Post> posts) {
    Timed timed = new Timed(judges, tier);
    List<Judgement> judged = sparing == null ? timed.judge(posts) : sparing.judge(posts);
    Map<String, Object> labels = new LinkedHashMap<>();
    Map<String, Map<String, EvalReport.GroupFigures>> groups = new TreeMap<>();
    for (String label : Labels.ALL) {
      List<Scored> scored = scored(posts, judged, label);
      if (!scored.isEmpty()) {
        labels.put(label, BinaryFigures.of(scored));
        byGroup(scored, label, groups);
      }
    }
    classes(posts, judged, labels);
    long asked = judged.stream().filter(j -> j.tier().equals(Tier1.TIER)).count();
    return new EvalReport(
        labels,
        groups,
        timed.docsPerSecond(posts),
        BinaryFigures.percent(posts.isEmpty() ? 0 : (double) asked / posts.size()),
        tier,
        timed.version());
  }

  private static List<Scored> scored(List<Post> posts, List<Judgement> judged, String label) {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      int truth = posts.get(i).label(label);
      LabelScore said = judged.get(i).labels().get(label);
      if (truth >= 0 && said != null) {
        scored.add(new Scored((float) said.p(), said.decided(), truth == 1, posts.get(i).group()));
      }
    }
    return scored;
  }

  private static void byGroup(
      List<Scored> scored, String label, Map<String, Map<String, EvalReport.GroupFigures>> groups) {
    Map<String, List<Scored>> parts = new TreeMap<>();
    scored.forEach(s -> parts.computeIfAbsent(s.group(), g -> new ArrayList<>()).add(s));
    parts.forEach(
        (group, part) ->
            groups
                .computeIfAbsent(group, g -> new LinkedHashMap<>())
                .put(label, new EvalReport.GroupFigures(part.size(), BinaryFigures.f1Of(part))));
  }

  private static void classes(
      List<Post> posts, List<Judgement> judged, Map<String, Object> labels) {
    List<ClassFigures.Pair> feelings = new ArrayList<>();
    List<ClassFigures.Pair> languages = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      String feeling = posts.get(i).sentiment();
      String language = posts.get(i).lang();
      if (feeling != null) {
        feelings.add(new ClassFigures.Pair(judged.get(i).sentiment().value(), feeling));
      }
      if (language != null) {
        languages.add(new ClassFigures.Pair(judged.get(i).lang(), language));
      }
    }
    if (!feelings.isEmpty()) {
      labels.put("sentiment", ClassFigures.of(feelings));
    }
    if (!languages.isEmpty()) {
      labels.put("lang", ClassFigures.accuracyOf(languages));
    }
  }
}
