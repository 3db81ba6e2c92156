package dev.frontline.classify.learning;

import dev.frontline.classify.learning.OffsetLogistic.Example;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.Prior;
import dev.frontline.classify.rows.Say;
import dev.frontline.classify.text.NGrams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns an adaptation: for each label that somebody spoke about, a regression over the n-grams
 * with the shipped model's log-odds as a fixed offset. Corrections are made where the model was
 * wrong, so by themselves they would teach that it is wrong everywhere. Two things hold that back:
 * ordinary posts stand beside them as anchors, whose target is what the shipped model says of them,
 * and an n-gram that ordinary posts are full of weighs less the more of them have it.
 */
final class Teaching {

  /** Draws weights to nothing learned; chosen with the others below, see docs/classifier.md. */
  static final double SHRINK = 0.1;

  /** A label's own shift speaks about every post, so it must be paid for dearly. */
  static final double SHRINK_INTERCEPT = 50;

  /** How much an anchor counts beside a person's word. */
  static final double ANCHOR = 2;

  /** An n-gram that every ordinary post has weighs a fifth or sixth of one that none has. */
  static final double COMMON = 30;

  /** Bins kept at most, the heaviest: 1.2 MB in memory. */
  static final int MOST_BINS = 1 << 15;

  private Teaching() {}

  /**
   * @param lessons none of them held out
   * @param anchors ordinary posts
   * @param revision what the adaptation will be numbered
   */
  static Adaptation learn(List<Lesson> lessons, List<Prior> anchors, int revision) {
    Columns columns = Columns.of(lessons, anchors);
    float[] weights = new float[columns.count() * Heads.LABELS];
    float[] intercepts = new float[Heads.LABELS];
    for (int label = 0; label < Heads.LABELS; label++) {
      int of = label;
      if (lessons.stream().map(l -> l.say(of)).noneMatch(s -> s != null && s.isWord())) {
        continue;
      }
      double[] w =
          new OffsetLogistic(
                  examples(label, lessons, anchors, columns),
                  columns.count(),
                  SHRINK,
                  SHRINK_INTERCEPT)
              .fit();
      intercepts[label] = (float) w[columns.count()];
      for (int c = 0; c < columns.count(); c++) {
        weights[c * Heads.LABELS + label] = (float) (w[c] * columns.scale()[c]);
      }
    }
    return heaviest(columns, weights, intercepts, revision);
  }

  private static Example[] examples(
      int label, List<Lesson> lessons, List<Prior> anchors, Columns columns) {
    List<Example> examples = new ArrayList<>(lessons.size() + anchors.size());
    for (Lesson lesson : lessons) {
      Say say = lesson.say(label);
      examples.add(
          say == null
              ? anchor(label, lesson.prior(), columns)
              : new Example(
                  columns.of(lesson.prior()),
                  columns.values(lesson.prior()),
                  lesson.prior().odds()[label],
                  say.holds() ? 1 : 0,
                  say.weight()));
    }
    for (Prior prior : anchors) {
      examples.add(anchor(label, prior, columns));
    }
    return examples.toArray(Example[]::new);
  }

  private static Example anchor(int label, Prior prior, Columns columns) {
    double odds = prior.odds()[label];
    return new Example(
        columns.of(prior), columns.values(prior), odds, OffsetLogistic.probability(odds), ANCHOR);
  }

  /** Keeps the bins whose strongest weight is largest. */
  private static Adaptation heaviest(
      Columns columns, float[] weights, float[] intercepts, int revision) {
    float[] most = new float[columns.count()];
    for (int c = 0; c < most.length; c++) {
      for (int label = 0; label < Heads.LABELS; label++) {
        most[c] = Math.max(most[c], Math.abs(weights[c * Heads.LABELS + label]));
      }
    }
    float[] ordered = most.clone();
    Arrays.sort(ordered);
    float least = ordered.length <= MOST_BINS ? 0 : ordered[ordered.length - MOST_BINS];
    int[] bins = new int[columns.count()];
    float[] kept = new float[weights.length];
    int count = 0;
    for (int c = 0; c < most.length && count < MOST_BINS; c++) {
      if (most[c] > 0 && most[c] >= least) {
        bins[count] = columns.bins()[c];
        System.arraycopy(weights, c * Heads.LABELS, kept, count * Heads.LABELS, Heads.LABELS);
        count++;
      }
    }
    return new Adaptation(
        revision,
        intercepts,
        Arrays.copyOf(bins, count),
        Arrays.copyOf(kept, count * Heads.LABELS));
  }

  /**
   * The bins that occur, ascending, so that a fit's arrays are no longer than they must be.
   *
   * @param scale by column, 1 for an n-gram that no ordinary post has
   */
  private record Columns(int[] bins, int[] columnOf, float[] scale) {

    static Columns of(List<Lesson> lessons, List<Prior> anchors) {
      int[] ordinary = new int[NGrams.BINS];
      boolean[] occurs = new boolean[NGrams.BINS];
      for (Prior anchor : anchors) {
        for (int bin : anchor.bins()) {
          ordinary[bin]++;
          occurs[bin] = true;
        }
      }
      for (Lesson lesson : lessons) {
        for (int bin : lesson.prior().bins()) {
          occurs[bin] = true;
        }
      }
      int[] columnOf = new int[NGrams.BINS];
      int[] bins = new int[NGrams.BINS];
      float[] scale = new float[NGrams.BINS];
      int count = 0;
      for (int bin = 0; bin < occurs.length; bin++) {
        if (occurs[bin]) {
          double share = anchors.isEmpty() ? 0 : (double) ordinary[bin] / anchors.size();
          scale[count] = (float) (1 / Math.sqrt(1 + COMMON * share));
          bins[count] = bin;
          columnOf[bin] = count++;
        }
      }
      return new Columns(Arrays.copyOf(bins, count), columnOf, scale);
    }

    int count() {
      return bins.length;
    }

    int[] of(Prior prior) {
      int[] columns = new int[prior.bins().length];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = columnOf[prior.bins()[i]];
      }
      return columns;
    }

    float[] values(Prior prior) {
      float[] values = prior.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] *= scale[columnOf[prior.bins()[i]]];
      }
      return values;
    }
  }
}
