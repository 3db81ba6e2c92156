package dev.frontline.classify.model;

import static dev.frontline.classify.model.TextCnn.FILTERS;
import static dev.frontline.classify.model.TextCnn.NOTHING;
import static dev.frontline.classify.model.TextCnn.SPAN;

import java.util.Arrays;

/** Where in one post each filter of a {@link TextCnn} is strongest, to lay what it says there. */
final class StrongestPlaces {

  private final TextCnn network;
  private final int[][] around;
  private final int[] most = new int[FILTERS];
  private final int[] where = new int[FILTERS];

  /**
   * @param ids of the post's pieces
   */
  StrongestPlaces(TextCnn network, int[] ids) {
    this.network = network;
    this.around = new int[ids.length + SPAN - 1][];
    Arrays.fill(around, NOTHING);
    for (int i = 0; i < ids.length; i++) {
      around[i + 1] = network.row(ids[i]);
    }
    Arrays.setAll(most, network::first);
    for (int i = 0; i < ids.length; i++) {
      look(i);
    }
  }

  private void look(int place) {
    int[] before = around[place];
    int[] at = around[place + 1];
    int[] after = around[place + 2];
    for (int f = 0; f < FILTERS; f++) {
      int z = before[f] + at[FILTERS + f] + after[2 * FILTERS + f];
      if (z > most[f]) {
        most[f] = z;
        where[f] = place;
      }
    }
  }

  /**
   * What the filters say for the outputs, laid on the pieces at their strongest places by how much
   * each helped there.
   *
   * @param factors how much each output counts
   * @return by piece
   */
  float[] drive(float[] factors) {
    float[] drive = new float[around.length - SPAN + 1];
    for (int f = 0; f < FILTERS; f++) {
      int over = most[f] - network.first(f);
      if (over > 0) {
        spread(f, network.share(f, factors) * over, drive);
      }
    }
    return drive;
  }

  private void spread(int filter, float share, float[] drive) {
    float helped = 0;
    for (int place = 0; place < SPAN; place++) {
      helped += part(filter, place);
    }
    for (int place = 0; place < SPAN && helped > 0; place++) {
      float part = part(filter, place);
      if (part > 0) {
        drive[where[filter] + place - 1] += share * part / helped;
      }
    }
  }

  private float part(int filter, int place) {
    return Math.max(0, around[where[filter] + place][place * FILTERS + filter]);
  }
}
