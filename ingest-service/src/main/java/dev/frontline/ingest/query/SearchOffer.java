package dev.frontline.ingest.query;

import org.jspecify.annotations.Nullable;

/**
 * A source whose network can be searched, or what it lacks.
 *
 * @param source its id
 * @param costUpTo the most that asking costs, in US dollars; 0 where it is free
 * @param lacks why it cannot be asked, in words; null where it can
 */
record SearchOffer(String source, String network, double costUpTo, @Nullable String lacks) {

  boolean isFree() {
    return costUpTo == 0;
  }
}
