package dev.frontline.kit.company;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where posts come from, by one of {@link SourceKind}.
 *
 * @param brand of posts that name none; null drops those
 * @param url what is read: a feed, a server
 * @param every how often it is read
 * @param replyUrl where answers are posted to; null where the source cannot answer
 * @param silence after how long without a post it counts as silent; null never
 * @param settings what only its kind knows, such as {@code tags}
 * @param kept how long its texts may be kept; null as long as they are needed
 * @param trial how long it is only tried out, from when it was first listened to: its posts are
 *     counted and open no cases; null where it is not
 */
public record Source(
    String id,
    String kind,
    @Nullable String brand,
    @Nullable String url,
    @Nullable Duration every,
    @Nullable String replyUrl,
    @Nullable Duration silence,
    @Nullable Boolean mayScore,
    @Nullable Boolean mayTrain,
    Map<String, String> settings,
    @Nullable Duration kept,
    @Nullable Duration trial) {
  public Source {
    mayScore = mayScore == null || mayScore;
    mayTrain = mayTrain == null || mayTrain;
    settings = SourceKind.withoutBlanks(settings);
  }

  /** One that is listened to for good and whose texts are kept. */
  public Source(
      String id,
      String kind,
      @Nullable String brand,
      @Nullable String url,
      @Nullable Duration every,
      @Nullable String replyUrl,
      @Nullable Duration silence,
      @Nullable Boolean mayScore,
      @Nullable Boolean mayTrain,
      Map<String, String> settings) {
    this(id, kind, brand, url, every, replyUrl, silence, mayScore, mayTrain, settings, null, null);
  }

  /** Roles that may answer through it; empty for everybody who may answer. */
  public List<String> answerRoles() {
    String roles = settings.getOrDefault(SourceKind.ANSWER_ROLES, "");
    return Arrays.stream(roles.split(",")).map(String::strip).filter(r -> !r.isEmpty()).toList();
  }

  /** The same source with settings of an account of its network in place of its own. */
  public Source with(Map<String, String> others) {
    Map<String, String> both = new TreeMap<>(settings);
    both.putAll(others);
    return new Source(
        id, kind, brand, url, every, replyUrl, silence, mayScore, mayTrain, both, kept, trial);
  }

  /**
   * The same source within its network's terms.
   *
   * @param atMost how long its network lets texts be kept; null where it does not say
   */
  public Source allowed(boolean toScore, boolean toTrain, @Nullable Duration atMost) {
    boolean shorter = atMost != null && (kept == null || atMost.compareTo(kept) < 0);
    return new Source(
        id,
        kind,
        brand,
        url,
        every,
        replyUrl,
        silence,
        toScore && Boolean.TRUE.equals(mayScore),
        toTrain && Boolean.TRUE.equals(mayTrain),
        settings,
        shorter ? atMost : kept,
        trial);
  }
}
