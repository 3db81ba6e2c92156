package dev.frontline.classify.story;

import java.util.function.IntConsumer;

/**
 * From a band of a sketch to the numbers of the stories that have it; open addressing, no objects.
 */
final class BandTable {

  private static final int EMPTY = -1;

  private final long[] keys;
  private final int[] values;
  private final int mask;

  /**
   * @param entries how many it will hold at most
   */
  BandTable(int entries) {
    int size = Integer.highestOneBit(Math.max(16, entries)) * 4;
    keys = new long[size];
    values = new int[size];
    mask = size - 1;
    java.util.Arrays.fill(values, EMPTY);
  }

  void put(long key, int value) {
    int at = slot(key);
    while (values[at] != EMPTY) {
      at = at + 1 & mask;
    }
    keys[at] = key;
    values[at] = value;
  }

  void each(long key, IntConsumer found) {
    for (int at = slot(key); values[at] != EMPTY; at = at + 1 & mask) {
      if (keys[at] == key) {
        found.accept(values[at]);
      }
    }
  }

  private int slot(long key) {
    return Sketch.mix((int) (key ^ key >>> 32)) & mask;
  }
}
