package dev.frontline.kit.company;

import dev.frontline.contracts.Lists;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which somebody is told: an entry of {@code watchRules} in {@code frontline.yaml}.
 *
 * @param id what makes it one
 * @param when a sentence of {@link WatchTerms}
 * @param brand which it watches; null for each
 * @param department who is told; null where single people are
 * @param people ids of persons who are told
 * @param quiet hours in which what it finds waits
 * @param coolDown how long it says nothing after it said something; null for an hour
 */
public record Watch(
    String id,
    String name,
    String when,
    @Nullable String brand,
    @Nullable String department,
    List<String> people,
    Alert.@Nullable Quiet quiet,
    @Nullable Duration coolDown) {

  public static final Duration SHORTEST_COOL_DOWN = Duration.ofMinutes(5);
  public static final Duration LONGEST_COOL_DOWN = Duration.ofDays(7);

  public Watch {
    people = Lists.copy(people);
    coolDown = coolDown == null ? Duration.ofHours(1) : coolDown;
  }
}
