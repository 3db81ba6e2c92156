package dev.frontline.routing.casefile;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.MentionKey;

/**
 * What makes two posts one matter: the same brand, conversation and author. Case ids follow from
 * it, so that two instances that see the same post twice cannot open two cases.
 *
 * @param brand name of the brand, or of the rival, topic or campaign
 * @param author {@code network:author id}
 */
public record CaseKey(String brand, String conversationId, String author) {

  /** The matter of this post with that brand. */
  public static CaseKey of(String brand, Mention mention) {
    return new CaseKey(
        brand, mention.conversationId(), mention.network() + ":" + mention.author().id());
  }

  /**
   * Id of the matter's n-th case; a new one begins where the earlier was resolved long ago.
   *
   * @param generation from 1
   */
  public String caseId(int generation) {
    String text = brand + "|" + conversationId + "|" + author;
    return "c-" + MentionKey.hash(text) + "-" + generation;
  }
}
