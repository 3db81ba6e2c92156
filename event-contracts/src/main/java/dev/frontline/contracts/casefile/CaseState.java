package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import dev.frontline.contracts.mention.Author;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as the world sees it: one author's matter with one brand in one conversation.
 *
 * @param version grows by one with each change
 * @param brand name of the brand, or of the rival for an opportunity
 * @param network where it was said
 * @param department whose queue it is in; {@code triage} where the classifier was unsure
 * @param assignee id of the person who owns it, null while nobody does
 * @param lang language of the latest post, null where unknown
 * @param mentions the thread, oldest first, our own posts included
 * @param folded posts folded into this case: reposts and near-copies
 * @param reach people reached by all its posts together, folded ones included
 * @param storyId story that other people's near-copies share
 * @param opportunity a rival's customer who may be won
 * @param quiet looked back or without a deadline: no clock, no alarm
 * @param linkedTo id of the earlier case of the same matter
 */
public record CaseState(
    String id,
    long version,
    String brand,
    String conversationId,
    String network,
    Author author,
    CaseStatus status,
    String department,
    Priority priority,
    @Nullable String assignee,
    @Nullable Due due,
    boolean breached,
    @Nullable String lang,
    List<CaseMention> mentions,
    int folded,
    long reach,
    @Nullable String storyId,
    Route route,
    @Nullable Suggestion suggestion,
    List<CaseReply> replies,
    List<CaseNote> notes,
    List<HistoryEntry> history,
    CaseTimes times,
    @Nullable Outcome outcome,
    @Nullable String outcomeNote,
    boolean opportunity,
    boolean quiet,
    @Nullable String linkedTo) {

  public CaseState {
    Required.text("id", id);
    Required.text("brand", brand);
    Required.text("conversationId", conversationId);
    Required.text("network", network);
    Required.value("author", author);
    Required.value("status", status);
    Required.text("department", department);
    Required.value("priority", priority);
    Required.value("route", route);
    Required.value("times", times);
    mentions = Lists.copy(mentions);
    replies = Lists.copy(replies);
    notes = Lists.copy(notes);
    history = Lists.copy(history);
  }
}
