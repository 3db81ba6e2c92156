package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.CaseTimes;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.routing.placement.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post that begins a case. */
public final class Opening {

  private Opening() {}

  /**
   * @param id from {@link CaseKey}
   * @param by the person who made it a case, or {@code system}
   * @param linkedTo id of the matter's earlier case
   */
  public static Change open(
      String id,
      String brand,
      Mention mention,
      Classification classification,
      Placement placement,
      Instant now,
      String by,
      @Nullable String linkedTo) {
    List<HistoryEntry> history = new ArrayList<>();
    history.add(
        new HistoryEntry(
            now,
            by,
            "opened",
            "Opened in " + placement.department() + " by rule " + placement.route().rule()));
    if (placement.assignee() != null) {
      history.add(
          new HistoryEntry(now, "system", "assigned", "Proposed to " + placement.assignee()));
    }
    CaseState state =
        new CaseState(
            id,
            1,
            brand,
            mention.conversationId(),
            mention.network(),
            mention.author(),
            CaseStatus.QUEUED,
            placement.department(),
            placement.priority(),
            placement.assignee(),
            placement.due(),
            false,
            classification.lang() == null ? mention.lang() : classification.lang(),
            List.of(new CaseMention(mention, classification, false)),
            0,
            mention.reach(),
            classification.storyId(),
            placement.route(),
            null,
            List.of(),
            List.of(),
            history,
            new CaseTimes(
                mention.acceptedAt(),
                now,
                placement.assignee() == null ? null : now,
                null,
                null,
                mention.createdAt(),
                null,
                null,
                0),
            null,
            null,
            placement.opportunity(),
            mention.history(),
            linkedTo);
    return Change.of(state, new CaseEvent.CaseOpened(state, now, by, mention.id()))
        .queue(QueueLines.queued(state, now));
  }
}
