package dev.frontline.classify.learning;

import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.Prior;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.MentionKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where two versions decide recorded posts otherwise.
 *
 * @param version that might judge
 * @param against that judges now
 * @param posts gone through, with what they are
 * @param labels by label, how many posts would gain and lose it
 * @param items the differences that are largest, at most a hundred
 */
record Differences(
    String version,
    String against,
    Compared posts,
    Map<String, Turned> labels,
    List<Difference> items) {

  private static final int MOST = 100;
  private static final int EXCERPT = 160;

  /**
   * @param taught posts that people spoke about or handled
   * @param recent posts heard last
   */
  record Compared(int taught, int recent) {}

  /** How many posts would gain and lose a label. */
  record Turned(int gained, int lost) {}

  /** A label's probability and whether it holds. */
  record Side(double p, boolean holds) {}

  /** One label of one post. */
  record Difference(
      String mentionId, String key, String label, Side before, Side after, String excerpt) {

    double size() {
      return Math.abs(after.p() - before.p());
    }
  }

  /** A post to compare. */
  record Recorded(String mentionId, String text, Prior prior) {}

  /** Goes through the posts. */
  static Differences between(
      String version,
      Adaptation after,
      String against,
      Adaptation before,
      List<Recorded> posts,
      Compared compared) {
    List<Difference> all = new ArrayList<>();
    Map<String, Turned> labels = new LinkedHashMap<>();
    for (int label = 0; label < Heads.LABELS; label++) {
      int gained = 0;
      int lost = 0;
      for (Recorded post : posts) {
        boolean did = post.prior().holds(label, before);
        boolean does = post.prior().holds(label, after);
        if (did != does) {
          gained += does ? 1 : 0;
          lost += did ? 1 : 0;
          all.add(difference(label, post, before, after));
        }
      }
      if (gained + lost > 0) {
        labels.put(Labels.ALL.get(label), new Turned(gained, lost));
      }
    }
    all.sort(Comparator.comparingDouble(Difference::size).reversed());
    return new Differences(
        version,
        against,
        compared,
        labels,
        List.copyOf(all.subList(0, Math.min(MOST, all.size()))));
  }

  private static Difference difference(
      int label, Recorded post, Adaptation before, Adaptation after) {
    String text = post.text().strip();
    return new Difference(
        post.mentionId(),
        MentionKey.of(post.mentionId()),
        Labels.ALL.get(label),
        side(label, post, before),
        side(label, post, after),
        text.length() <= EXCERPT ? text : text.substring(0, EXCERPT - 1) + "\u2026");
  }

  private static Side side(int label, Recorded post, Adaptation adaptation) {
    return new Side(
        Math.round(post.prior().probability(label, adaptation) * 10_000) / 10_000.0,
        post.prior().holds(label, adaptation));
  }
}
