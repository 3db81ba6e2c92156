package dev.frontline.ingest.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of source declares of itself.
 *
 * @param network the prefix of its posts' ids
 * @param cursor what it remembers of where it was, for people
 * @param overlap how much it reads again each time, for what arrives late
 * @param deletion how it learns that a post is gone
 * @param most requests in any {@code window} by one credential
 * @param every how often it is polled where the company file says nothing
 * @param costPerPost in US dollars
 * @param replies how answers reach its network
 * @param longestReply characters of an answer, 0 where the network names no limit
 * @param silence after how long without a post it counts as silent; null never
 * @param terms what may be done with its posts
 */
public record Traits(
    String network,
    String cursor,
    Duration overlap,
    Deletion deletion,
    int most,
    Duration window,
    Duration every,
    double costPerPost,
    Replies replies,
    int longestReply,
    @Nullable Duration silence,
    Terms terms) {

  /** How it is learned that a post is gone. */
  public enum Deletion {
    /** The network tells. */
    EVENT,
    /** Posts are looked up again. */
    SWEEP,
    /** Posts expire by themselves after {@link Terms#kept}. */
    TTL,
    /** Nobody tells; what was published stays published. */
    NONE
  }

  /** How answers reach the network. */
  public enum Replies {
    /** Through its interface. */
    HERE,
    /** Through its interface, below posts alone that name the account. */
    SUMMONED,
    /** By a person, on the network itself. */
    THERE,
    /** Not at all. */
    NEVER
  }

  /**
   * What the network's terms allow.
   *
   * @param mayScore judge automatically
   * @param mayTrain learn from
   * @param kept how long texts may be kept; null as long as they are needed
   */
  public record Terms(boolean mayScore, boolean mayTrain, @Nullable Duration kept) {

    /** Nothing is forbidden. */
    public static final Terms FREE = new Terms(true, true, null);
  }
}
