package dev.frontline.classify.train;

import static dev.frontline.classify.train.AdamW.LEAST_PACE;
import static dev.frontline.classify.train.AdamW.LONG_MEMORY;
import static dev.frontline.classify.train.AdamW.MEMORY;
import static dev.frontline.classify.train.AdamW.PACE;
import static dev.frontline.classify.train.AdamW.TINY;

import java.util.Arrays;

/**
 * A large table whose rows follow their slopes as in {@link AdamW}, though a batch has to do with
 * few of them. A row that had no slope for a while would have gone on by what it remembers; it
 * makes up for that when it is next needed. Without that, rare rows would learn a tenth as much.
 */
final class RowsAdam {

  /** How much of a move without a slope the next one is. */
  private static final double GOES_ON = MEMORY / Math.sqrt(LONG_MEMORY);

  private final float[] numbers;
  private final int width;
  private final int steps;
  private final float[] mean;
  private final float[] squares;
  private final int[] seen;
  private final int[] slot;
  private int[] rows = new int[1_024];
  private float[] slopes;
  private int count;
  private int step = 1;

  /**
   * @param numbers changed in place, row after row
   * @param width of a row
   * @param steps how many there will be
   */
  RowsAdam(float[] numbers, int width, int steps) {
    this.numbers = numbers;
    this.width = width;
    this.steps = steps;
    this.mean = new float[numbers.length];
    this.squares = new float[numbers.length];
    this.seen = new int[numbers.length / width];
    this.slot = new int[seen.length];
    this.slopes = new float[rows.length * width];
    Arrays.fill(slot, -1);
  }

  /** Brings a row up to date; to be called before it is read. */
  void need(int row) {
    int missed = step - 1 - seen[row];
    if (seen[row] > 0 && missed > 0) {
      float sum = (float) (GOES_ON * (1 - Math.pow(GOES_ON, missed)) / (1 - GOES_ON));
      float shorter = (float) Math.pow(MEMORY, missed);
      float longer = (float) Math.pow(LONG_MEMORY, missed);
      // Most of what it remembers is gone after ten steps: those that came first count.
      float move = move(seen[row] + 1);
      float root = root(seen[row] + 1);
      for (int at = row * width; at < (row + 1) * width; at++) {
        float size = (float) Math.sqrt(squares[at]) * root + (float) TINY;
        numbers[at] -= sum * move * mean[at] / size;
        mean[at] *= shorter;
        squares[at] *= longer;
      }
      seen[row] = step - 1;
    }
  }

  /**
   * Adds to the slope of a row.
   *
   * @param factors of each number, from the same place on
   */
  void add(int row, float[] from, float[] factors, int at) {
    if (slot[row] < 0) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
        slopes = Arrays.copyOf(slopes, 2 * count * width);
      }
      rows[count] = row;
      slot[row] = count++;
    }
    int to = slot[row] * width;
    for (int d = 0; d < width; d++) {
      slopes[to + d] += from[at + d] * factors[at + d];
    }
  }

  /** Takes a step with the rows that have a slope, which is then forgotten. */
  void step() {
    float move = move(step);
    float root = root(step);
    for (int i = 0; i < count; i++) {
      int from = i * width;
      int to = rows[i] * width;
      for (int d = 0; d < width; d++) {
        float slope = slopes[from + d];
        int at = to + d;
        mean[at] += (float) (1 - MEMORY) * (slope - mean[at]);
        squares[at] += (float) (1 - LONG_MEMORY) * (slope * slope - squares[at]);
        numbers[at] -= move * mean[at] / ((float) Math.sqrt(squares[at]) * root + (float) TINY);
      }
      seen[rows[i]] = step;
      slot[rows[i]] = -1;
    }
    Arrays.fill(slopes, 0, count * width, 0);
    count = 0;
    step++;
  }

  /** Brings all rows up to date. */
  void finish() {
    for (int row = 0; row < seen.length; row++) {
      need(row);
    }
  }

  private float move(int at) {
    double pace = PACE * Math.max(LEAST_PACE, 1 - (double) (at - 1) / steps);
    return (float) (pace / (1 - Math.pow(MEMORY, at)));
  }

  private float root(int at) {
    return (float) (1 / Math.sqrt(1 - Math.pow(LONG_MEMORY, at)));
  }
}
