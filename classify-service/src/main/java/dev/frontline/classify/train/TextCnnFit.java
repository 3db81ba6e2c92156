package dev.frontline.classify.train;

import static dev.frontline.classify.model.TextCnn.COLUMN;
import static dev.frontline.classify.model.TextCnn.FILTERS;
import static dev.frontline.classify.model.TextCnn.SPAN;
import static dev.frontline.classify.model.TextCnn.WIDTH;

import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.TextCnn;
import dev.frontline.classify.text.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Learns a {@link TextCnn}, its pieces' numbers included: logistic loss over all outputs whose
 * truth or probability is known, by {@link AdamW} over small batches, a fifth of the numbers left
 * out at random. Fixed seeds: the same lessons give the same network. One thread.
 */
final class TextCnnFit {

  private static final int EPOCHS = 4;
  private static final int BATCH = 64;
  private static final float LEFT_OUT = 0.2f;
  private static final double DECAY = 0.02;

  /** How large the surface's numbers are beside the filters'. */
  private static final float SURFACE = 0.3f;

  private static final long SEED = 29;

  private final float[] pieces;
  private final float[] filters;
  private final float[] threshold = new float[FILTERS];
  private final float[] said = new float[Heads.COUNT * FILTERS];
  private final float[] surface = new float[Heads.COUNT * Surface.SIZE];
  private final float[] bias = new float[Heads.COUNT];
  private final SplittableRandom random = new SplittableRandom(SEED);

  private final float[] byNumber = new float[COLUMN * FILTERS];
  private final float[] filterSlope;
  private final float[] thresholdSlope = new float[FILTERS];
  private final float[] saidSlope = new float[said.length];
  private final float[] surfaceSlope = new float[surface.length];
  private final float[] biasSlope = new float[bias.length];

  private final float[] most = new float[FILTERS];
  private final int[] where = new int[FILTERS];
  private final float[] kept = new float[FILTERS];
  private final float[] sums = new float[FILTERS];
  private final float[] slope = new float[FILTERS];

  private TextCnnFit(float[] words) {
    this.pieces = words.clone();
    this.filters = new float[FILTERS * COLUMN];
    this.filterSlope = new float[filters.length];
    fill(filters, 1 / Math.sqrt(COLUMN));
    fill(threshold, 1 / Math.sqrt(COLUMN));
    fill(said, 1 / Math.sqrt(FILTERS));
  }

  private void fill(float[] numbers, double within) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) ((2 * random.nextDouble() - 1) * within);
    }
  }

  /**
   * Learns.
   *
   * @param words what each piece's numbers begin with
   */
  static TextCnn of(List<Lesson> lessons, float[] words) {
    TextCnnFit fit = new TextCnnFit(words);
    fit.learn(lessons);
    return TextCnn.of(
        fit.pieces,
        fit.filters,
        fit.threshold,
        byHead(fit.said, FILTERS, 1),
        byHead(fit.surface, Surface.SIZE, SURFACE),
        fit.bias);
  }

  private static float[][] byHead(float[] weights, int width, float factor) {
    float[][] rows = new float[Heads.COUNT][width];
    for (int i = 0; i < weights.length; i++) {
      rows[i / width][i % width] = factor * weights[i];
    }
    return rows;
  }

  private void learn(List<Lesson> lessons) {
    List<Lesson> order = new ArrayList<>(lessons);
    int steps = EPOCHS * ((order.size() + BATCH - 1) / BATCH);
    RowsAdam onPieces = new RowsAdam(pieces, WIDTH, steps);
    AdamW onFilters = new AdamW(filters, steps, DECAY);
    AdamW onThreshold = new AdamW(threshold, steps, DECAY);
    AdamW onSaid = new AdamW(said, steps, DECAY);
    AdamW onSurface = new AdamW(surface, steps, DECAY);
    AdamW onBias = new AdamW(bias, steps, DECAY);
    Random shuffle = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, shuffle);
      for (int from = 0; from < order.size(); from += BATCH) {
        List<Lesson> batch = order.subList(from, Math.min(order.size(), from + BATCH));
        clear();
        for (Lesson lesson : batch) {
          study(lesson, lesson.weight() / batch.size(), onPieces);
        }
        onFilters.step(filterSlope);
        onThreshold.step(thresholdSlope);
        onSaid.step(saidSlope);
        onSurface.step(surfaceSlope);
        onBias.step(biasSlope);
        onPieces.step();
      }
    }
    onPieces.finish();
  }

  private void clear() {
    Arrays.fill(filterSlope, 0);
    Arrays.fill(thresholdSlope, 0);
    Arrays.fill(saidSlope, 0);
    Arrays.fill(surfaceSlope, 0);
    Arrays.fill(biasSlope, 0);
    for (int f = 0; f < FILTERS; f++) {
      for (int c = 0; c < COLUMN; c++) {
        byNumber[c * FILTERS + f] = filters[f * COLUMN + c];
      }
    }
  }

  private void study(Lesson lesson, float share, RowsAdam onPieces) {
    int[] ids = lesson.pieces();
    float[] masks = new float[(ids.length + SPAN - 1) * WIDTH];
    float[] numbers = new float[masks.length];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == TextCnn.MASKED) {
        continue;
      }
      onPieces.need(ids[i]);
      for (int d = 0; d < WIDTH; d++) {
        int at = (i + 1) * WIDTH + d;
        masks[at] = mask();
        numbers[at] = pieces[ids[i] * WIDTH + d] * masks[at];
      }
    }
    look(numbers, ids.length);
    Arrays.fill(slope, 0);
    for (int f = 0; f < FILTERS; f++) {
      kept[f] = mask();
    }
    for (int head = 0; head < Heads.COUNT; head++) {
      if (lesson.wanted()[head] >= 0) {
        err(head, lesson, share);
      }
    }
    float[] slopes = new float[numbers.length];
    for (int f = 0; f < FILTERS; f++) {
      if (most[f] > 0 && slope[f] != 0) {
        thresholdSlope[f] += slope[f];
        add(slope[f], numbers, where[f] * WIDTH, filterSlope, f * COLUMN);
        add(slope[f], filters, f * COLUMN, slopes, where[f] * WIDTH);
      }
    }
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != TextCnn.MASKED) {
        onPieces.add(ids[i], slopes, masks, (i + 1) * WIDTH);
      }
    }
  }

  private float mask() {
    return random.nextInt() >>> 8 < LEFT_OUT * (1 << 24) ? 0 : 1 / (1 - LEFT_OUT);
  }

  /** Of each filter its strongest place and how strong it is there; nothing where it is weak. */
  private void look(float[] numbers, int count) {
    Arrays.fill(most, 0);
    for (int i = 0; i < count; i++) {
      System.arraycopy(threshold, 0, sums, 0, FILTERS);
      for (int c = 0; c < COLUMN; c += 8) {
        addUp(numbers, i * WIDTH + c, c * FILTERS);
      }
      for (int f = 0; f < FILTERS; f++) {
        if (sums[f] > most[f]) {
          most[f] = sums[f];
          where[f] = i;
        }
      }
    }
  }

  /** Eight numbers at a time: the sums are read and written an eighth as often. */
  private void addUp(float[] numbers, int at, int from) {
    float n0 = numbers[at];
    float n1 = numbers[at + 1];
    float n2 = numbers[at + 2];
    float n3 = numbers[at + 3];
    float n4 = numbers[at + 4];
    float n5 = numbers[at + 5];
    float n6 = numbers[at + 6];
    float n7 = numbers[at + 7];
    float[] w = byNumber;
    float[] into = sums;
    for (int f = 0; f < FILTERS; f++) {
      into[f] +=
          n0 * w[from + f]
              + n1 * w[from + FILTERS + f]
              + n2 * w[from + 2 * FILTERS + f]
              + n3 * w[from + 3 * FILTERS + f]
              + n4 * w[from + 4 * FILTERS + f]
              + n5 * w[from + 5 * FILTERS + f]
              + n6 * w[from + 6 * FILTERS + f]
              + n7 * w[from + 7 * FILTERS + f];
    }
  }

  private void err(int head, Lesson lesson, float share) {
    int from = head * FILTERS;
    int onSurface = head * Surface.SIZE;
    float margin = bias[head];
    for (int i = 0; i < Surface.SIZE; i++) {
      margin += SURFACE * surface[onSurface + i] * lesson.surface()[i];
    }
    for (int f = 0; f < FILTERS; f++) {
      margin += said[from + f] * most[f] * kept[f];
    }
    float error = share * (float) (1 / (1 + Math.exp(-margin)) - lesson.wanted()[head]);
    biasSlope[head] += error;
    for (int i = 0; i < Surface.SIZE; i++) {
      surfaceSlope[onSurface + i] += SURFACE * error * lesson.surface()[i];
    }
    for (int f = 0; f < FILTERS; f++) {
      saidSlope[from + f] += error * most[f] * kept[f];
      slope[f] += error * said[from + f] * kept[f];
    }
  }

  private static void add(float factor, float[] from, int at, float[] into, int to) {
    for (int c = 0; c < COLUMN; c++) {
      into[to + c] += factor * from[at + c];
    }
  }
}
