package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import java.util.Arrays;

/**
 * A post and what is known or thought of it, for {@link TextCnnFit}.
 *
 * @param pieces see {@link dev.frontline.classify.model.PostReader#pieces()}
 * @param surface see {@link dev.frontline.classify.text.Surface}
 * @param wanted by output: how probable it is that it holds, or {@link #UNKNOWN}
 * @param weight how much the post counts
 */
record Lesson(int[] pieces, float[] surface, float[] wanted, float weight) {

  static final float UNKNOWN = -1;

  /** What nobody knows anything of. */
  static float[] nothing() {
    float[] wanted = new float[Heads.COUNT];
    Arrays.fill(wanted, UNKNOWN);
    return wanted;
  }
}
