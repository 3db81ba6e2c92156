package dev.frontline.classify.rows;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.mention.MentionKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post to learn from.
 *
 * @param matched names of what the post's listening queries stand for, the brand among them
 * @param source id of the source that brought it
 * @param told the language that the network tells, null where it does not
 * @param says by label, only the labels of which something is known
 * @param changes how often something was said of it
 */
public record TrainingRow(
    String mentionId,
    List<String> matched,
    @Nullable String source,
    String text,
    @Nullable String told,
    Map<String, Say> says,
    long changes) {

  /** One row in so many is held out. */
  private static final int HELD_OUT = 5;

  public TrainingRow {
    matched = Lists.copy(matched);
    says = Map.copyOf(says);
  }

  /**
   * Whether it is only ever measured on, never trained on: a fifth of the posts, told by a hash of
   * the id, so of each brand alike, on every instance and for ever.
   */
  public boolean heldOut() {
    return MentionKey.hash(mentionId).chars().reduce(7, (h, c) -> 31 * h + c) % HELD_OUT == 0;
  }

  /** The same post with what another row knows of the labels that this one is silent about. */
  public TrainingRow and(TrainingRow other) {
    Map<String, Say> all = new HashMap<>(other.says);
    all.putAll(says);
    return new TrainingRow(mentionId, matched, source, text, told, all, changes + other.changes);
  }

  /** The same post with this alone known of it. */
  public TrainingRow saying(Map<String, Say> only) {
    return new TrainingRow(mentionId, matched, source, text, told, only, changes);
  }
}
