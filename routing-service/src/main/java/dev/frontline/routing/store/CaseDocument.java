package dev.frontline.routing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.routing.casefile.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is stored: its state, what is still to be told about it, and which posts were folded
 * into it lately, so that a redelivered one is not counted twice.
 *
 * @param outbox records not yet known to be published, oldest first
 * @param foldedIds the latest mention ids, more than a redelivered batch can hold
 */
public record CaseDocument(CaseState state, List<OutboxEntry> outbox, List<String> foldedIds) {

  static final int FOLDED_KEPT = 1_000;

  /** Back-filled cases get their scripted answers first: only then does the clock look at them. */
  private static final Duration STORY_TIME = Duration.ofMinutes(3);

  public CaseDocument {
    outbox = List.copyOf(outbox);
    foldedIds = List.copyOf(foldedIds);
  }

  /** The next version with what it tells; {@code null} before for a new case. */
  public static CaseDocument after(@Nullable CaseDocument before, Change change) {
    List<OutboxEntry> outbox = new ArrayList<>();
    if (before != null) {
      outbox.addAll(before.outbox());
    }
    outbox.addAll(Announcing.entries(change));
    return new CaseDocument(
        change.state(), outbox, before == null ? List.of() : before.foldedIds());
  }

  /** Remembers that the mention was folded into it. */
  public CaseDocument folded(String mentionId) {
    List<String> ids = new ArrayList<>(foldedIds);
    ids.add(mentionId);
    if (ids.size() > FOLDED_KEPT) {
      ids.remove(0);
    }
    return new CaseDocument(state, outbox, ids);
  }

  /** The same with everything told. */
  public CaseDocument told() {
    return new CaseDocument(state, List.of(), foldedIds);
  }

  Document document(Instant now) {
    Document d =
        new Document("_id", state.id())
            .append("version", state.version())
            .append("status", Json.MAPPER.convertValue(state.status(), String.class))
            .append("department", state.department())
            .append("assignee", state.assignee())
            .append("author", state.network() + ":" + state.author().id())
            .append("writtenAt", Date.from(now))
            .append("state", json(state))
            .append("outbox", outbox.stream().map(OutboxEntry::document).toList())
            .append("foldedIds", foldedIds);
    if (state.quiet()) {
      d.append("quiet", true);
    }
    Instant wake = wakeAt(state);
    if (wake != null) {
      d.append("wakeAt", Date.from(wake));
    }
    return d;
  }

  static CaseDocument from(Document d) {
    return new CaseDocument(
        state(d.getString("state")),
        d.getList("outbox", Document.class, List.of()).stream().map(OutboxEntry::from).toList(),
        d.getList("foldedIds", String.class, List.of()));
  }

  /** One text rather than a tree: the store copies a tree node by node at each write. */
  private static String json(CaseState state) {
    try {
      return Json.MAPPER.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("case cannot be written as JSON", e);
    }
  }

  private static CaseState state(String json) {
    try {
      return Json.MAPPER.readValue(json, CaseState.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored case cannot be read: " + e.getMessage(), e);
    }
  }

  /** When the clock must look at the case; null where it need not. */
  static @Nullable Instant wakeAt(CaseState state) {
    if (state.due() == null || state.breached() || state.status() == CaseStatus.RESOLVED) {
      return null;
    }
    Instant due = state.due().at();
    Mention latest = state.mentions().get(state.mentions().size() - 1).mention();
    Instant told = latest.fetchedAt().plus(STORY_TIME);
    boolean backFilled = latest.acceptedAt().isBefore(latest.fetchedAt());
    return backFilled && told.isAfter(due) ? told : due;
  }
}
