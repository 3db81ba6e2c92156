package dev.frontline.classify.eval;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.Tier0;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges labelled posts and compares. The posts' own {@code lang} is not shown to the model. */
public final class Evaluation {

  private static final int WARM_UP = 3_000;
  private static final long LEAST_NANOS = 700_000_000L;

  private final Tier0 tier0;

  public Evaluation(Tier0 tier0) {
    this.tier0 = tier0;
  }

  public EvalReport run(List<Post> posts) {
    List<Judgement> judged = posts.stream().map(p -> judge(p)).toList();
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
    return new EvalReport(labels, groups, docsPerSecond(posts), Tier0.TIER, tier0.version());
  }

  private Judgement judge(Post post) {
    return tier0.judge(post.text(), BrandNames.NONE, null);
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

  /** Posts judged in a second of one core's time, after warming up. */
  private long docsPerSecond(List<Post> posts) {
    if (posts.isEmpty()) {
      return 0;
    }
    for (int i = 0; i < WARM_UP; i++) {
      judge(posts.get(i % posts.size()));
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long done = 0;
    long now = start;
    while (now - start < LEAST_NANOS) {
      for (Post post : posts.subList(0, Math.min(posts.size(), WARM_UP))) {
        judge(post);
        done++;
      }
      now = threads.getCurrentThreadCpuTime();
    }
    return Math.round(done / ((now - start) / 1e9));
  }
}
