package dev.frontline.classify.model;

import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.List;

/** The outputs of the weight table: one a label, then one a sentiment. */
public final class Heads {

  /** Outputs for labels, in the order of {@link Labels#ALL}. */
  public static final int LABELS = Labels.ALL.size();

  public static final List<String> SENTIMENTS = List.of("neg", "neu", "pos");

  /** All outputs. */
  public static final int COUNT = LABELS + SENTIMENTS.size();

  /** Bytes a bin: the outputs, padded so that few bins straddle two cache lines. */
  static final int STRIDE = 12;

  private Heads() {}

  /** Names in order; a sentiment's is {@code sentiment:neg} and so on. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(Labels.ALL);
    SENTIMENTS.forEach(s -> names.add("sentiment:" + s));
    return List.copyOf(names);
  }

  /** Where a sentiment's output stands. */
  public static int sentiment(int which) {
    return LABELS + which;
  }
}
