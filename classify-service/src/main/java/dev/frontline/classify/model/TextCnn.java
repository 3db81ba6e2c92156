package dev.frontline.classify.model;

import dev.frontline.classify.text.Surface;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a post's word pieces say together: a convolution over three neighbouring pieces at a time,
 * of each filter the strongest place (Kim 2014, "Convolutional Neural Networks for Sentence
 * Classification"). Unlike the n-grams it knows that words are alike which no training post has:
 * its pieces began as the encoder's word vectors, and the encoder's tier taught it. The post's
 * surface has a say beside them, so that the filters learn what the surface does not tell.
 *
 * <p>Read-only and shared by all threads. Numbers of a piece and filters are signed bytes with a
 * scale. What a piece adds to each filter is worked out when the piece is first met and kept, so
 * that judging a post takes additions only.
 */
public final class TextCnn {

  /** Stands for a piece that says nothing, neither here nor where it is learned. */
  public static final int MASKED = -1;

  /** Numbers of one piece. */
  public static final int WIDTH = 64;

  /** Pieces that a filter looks at. */
  public static final int SPAN = 3;

  /** Filters. */
  public static final int FILTERS = 192;

  /** Numbers of the pieces that a filter looks at. */
  public static final int COLUMN = SPAN * WIDTH;

  /** Beyond the post's ends, and of what is masked. */
  static final int[] NOTHING = new int[SPAN * FILTERS];

  /** What is added up is kept in whole steps of this part of one. */
  private static final float FINE = 1 << 14;

  private final byte[] pieces;
  private final float[] pieceScale;
  private final byte[] filters;
  private final float[] filterScale;
  private final float[] threshold;
  private final float[][] said;
  private final float[][] surface;
  private final float[] bias;
  private final int[] first;
  private final AtomicReferenceArray<int[]> rows;

  /**
   * @param pieces by number of the piece, then {@link #WIDTH} numbers
   * @param pieceScale by number of a piece's numbers
   * @param filters by filter, then {@link #COLUMN} numbers
   * @param filterScale by filter
   * @param threshold added to each filter; what is below nothing says nothing
   * @param said by output, then filter
   * @param surface by output, then number of the surface
   * @param bias by output
   */
  public TextCnn(
      byte[] pieces,
      float[] pieceScale,
      byte[] filters,
      float[] filterScale,
      float[] threshold,
      float[][] said,
      float[][] surface,
      float[] bias) {
    if (pieces.length % WIDTH != 0
        || pieceScale.length != WIDTH
        || filters.length != FILTERS * COLUMN
        || filterScale.length != FILTERS
        || threshold.length != FILTERS
        || said.length != Heads.COUNT
        || Arrays.stream(said).anyMatch(row -> row.length != FILTERS)
        || surface.length != Heads.COUNT
        || Arrays.stream(surface).anyMatch(row -> row.length != Surface.SIZE)
        || bias.length != Heads.COUNT) {
      throw new IllegalArgumentException("a convolution of another shape than this build reads");
    }
    this.pieces = pieces.clone();
    this.pieceScale = pieceScale.clone();
    this.filters = filters.clone();
    this.filterScale = filterScale.clone();
    this.threshold = threshold.clone();
    this.said = copy(said);
    this.surface = copy(surface);
    this.bias = bias.clone();
    this.first = new int[FILTERS];
    for (int f = 0; f < FILTERS; f++) {
      first[f] = -Math.round(threshold[f] * FINE);
    }
    this.rows = new AtomicReferenceArray<>(pieces.length / WIDTH);
  }

  private static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  /** Rounds numbers to bytes. */
  public static TextCnn of(
      float[] pieces,
      float[] filters,
      float[] threshold,
      float[][] said,
      float[][] surface,
      float[] bias) {
    float[] pieceScale = Steps.of(pieces, WIDTH, i -> i % WIDTH);
    float[] filterScale = Steps.of(filters, FILTERS, i -> i / COLUMN);
    return new TextCnn(
        Steps.rounded(pieces, pieceScale, i -> i % WIDTH),
        pieceScale,
        Steps.rounded(filters, filterScale, i -> i / COLUMN),
        filterScale,
        threshold,
        said,
        surface,
        bias);
  }

  /** For one thread. */
  public Reader reader() {
    return new Reader();
  }

  /** Reads posts in one thread. */
  public final class Reader {

    private final int[] most = new int[FILTERS];
    private final float[] said = new float[Heads.COUNT];

    private Reader() {}

    /**
     * Sets the signals of what the pieces say together; nothing where there are none.
     *
     * @param signals with the post's surface
     */
    public void read(int[] ids, float[] signals) {
      Arrays.fill(said, 0);
      if (ids.length > 0) {
        outputs(ids, most, said);
        addSurface(signals, said);
      }
      System.arraycopy(said, 0, signals, Signals.context(0), Heads.COUNT);
    }
  }

  /**
   * The outputs' log-odds, by head.
   *
   * @param into filled
   */
  private void outputs(int[] ids, int[] most, float[] into) {
    System.arraycopy(first, 0, most, 0, FILTERS);
    int[] before = NOTHING;
    int[] at = ids.length == 0 ? NOTHING : row(ids[0]);
    for (int i = 0; i < ids.length; i++) {
      int[] after = i + 1 < ids.length ? row(ids[i + 1]) : NOTHING;
      for (int f = 0; f < FILTERS; f++) {
        most[f] = Math.max(most[f], before[f] + at[FILTERS + f] + after[2 * FILTERS + f]);
      }
      before = at;
      at = after;
    }
    for (int head = 0; head < Heads.COUNT; head++) {
      float sum = 0;
      float[] weights = said[head];
      for (int f = 0; f < FILTERS; f++) {
        sum += weights[f] * (most[f] - first[f]);
      }
      into[head] = bias[head] + sum / FINE;
    }
  }

  private void addSurface(float[] signals, float[] into) {
    for (int head = 0; head < Heads.COUNT; head++) {
      float[] weights = surface[head];
      for (int i = 0; i < Surface.SIZE; i++) {
        into[head] += weights[i] * signals[Heads.COUNT + i];
      }
    }
  }

  /** The weight of a number of the surface for an output. */
  float surfaceWeight(int head, int number) {
    return surface[head][number];
  }

  /** What a piece adds to each filter where it stands first, in the middle, last. */
  int[] row(int id) {
    if (id == MASKED) {
      return NOTHING;
    }
    int[] row = rows.get(id);
    if (row == null) {
      row = made(id);
      rows.lazySet(id, row);
    }
    return row;
  }

  private int[] made(int id) {
    float[] numbers = new float[WIDTH];
    for (int d = 0; d < WIDTH; d++) {
      numbers[d] = pieces[id * WIDTH + d] * pieceScale[d];
    }
    int[] row = new int[SPAN * FILTERS];
    for (int place = 0; place < SPAN; place++) {
      for (int f = 0; f < FILTERS; f++) {
        int from = f * COLUMN + place * WIDTH;
        float sum = 0;
        for (int d = 0; d < WIDTH; d++) {
          sum += filters[from + d] * numbers[d];
        }
        row[place * FILTERS + f] = Math.round(sum * filterScale[f] * FINE);
      }
    }
    return row;
  }

  /** A filter's sum that says nothing yet. */
  int first(int filter) {
    return first[filter];
  }

  /** What a step of a filter's sum says for the outputs together. */
  float share(int filter, float[] factors) {
    float share = 0;
    for (int head = 0; head < Heads.COUNT; head++) {
      share += factors[head] * said[head][filter];
    }
    return share / FINE;
  }

  /** How many pieces it knows. */
  int size() {
    return pieces.length / WIDTH;
  }

  byte[] pieces() {
    return pieces.clone();
  }

  float[] pieceScale() {
    return pieceScale.clone();
  }

  byte[] filters() {
    return filters.clone();
  }

  float[] filterScale() {
    return filterScale.clone();
  }

  float[] threshold() {
    return threshold.clone();
  }

  float[][] said() {
    return copy(said);
  }

  float[][] surface() {
    return copy(surface);
  }

  float[] bias() {
    return bias.clone();
  }
}
