package dev.frontline.contracts.mention;

import org.jspecify.annotations.Nullable;

/**
 * How people reacted up to the time of fetching; counts the network does not tell are 0.
 *
 * @param score points on networks that vote
 * @param rating stars on review sites, 1 to 5
 */
public record Engagement(
    long likes,
    long reposts,
    long replies,
    long quotes,
    long views,
    @Nullable Long score,
    @Nullable Double rating) {

  /** No reaction known. */
  public static final Engagement NONE = new Engagement(0, 0, 0, 0, 0, null, null);
}
