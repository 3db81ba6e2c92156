package dev.frontline.dashboard.readmodel;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard holds of a mention. Its parts come from two topics, in either order.
 *
 * @param mention null until it was classified, and again once it was withdrawn
 * @param classification null exactly where {@code mention} is
 * @param withdrawn gone from its network: its text is forgotten here
 * @param routed where it ended, null until routing said so
 */
public record StoredMention(
    String id,
    String key,
    @Nullable Mention mention,
    @Nullable Classification classification,
    boolean withdrawn,
    @Nullable MentionRouted routed) {

  /** The cases it is in, the main one first; empty until it was routed. */
  public List<String> caseIds() {
    return routed == null ? List.of() : routed.caseIds();
  }

  /** A post as its case holds it. */
  public static StoredMention of(CaseMention post) {
    return new StoredMention(
        post.mention().id(),
        post.mention().key(),
        post.withdrawn() ? null : post.mention(),
        post.withdrawn() ? null : post.classification(),
        post.withdrawn(),
        null);
  }
}
