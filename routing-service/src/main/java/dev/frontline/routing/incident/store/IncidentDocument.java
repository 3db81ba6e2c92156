package dev.frontline.routing.incident.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.routing.store.OutboxEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is stored: its state, what is still to be told about it, and posts whose cases
 * are still to be found.
 *
 * @param outbox records not yet known to be published, oldest first
 * @param awaited mention ids of the rise that routing had not decided yet
 */
public record IncidentDocument(
    IncidentState state, List<OutboxEntry> outbox, List<String> awaited) {

  private static final String SOURCE = "/frontline/routing";
  private static final int MOST_AWAITED = 500;

  public IncidentDocument {
    outbox = List.copyOf(outbox);
    awaited = List.copyOf(awaited);
  }

  /** The next version with what it tells; {@code null} before for a new incident. */
  public static IncidentDocument after(
      @Nullable IncidentDocument before, IncidentState state, List<IncidentEvent> events) {
    List<OutboxEntry> outbox = new ArrayList<>(before == null ? List.of() : before.outbox());
    for (int i = 0; i < events.size(); i++) {
      String id = state.id() + "#" + state.version() + "#" + i;
      IncidentEvent event = events.get(i);
      outbox.add(
          OutboxEntry.of(
              EventCodec.toRecord(
                  TopicPlan.INCIDENTS,
                  state.id(),
                  EventFamily.INCIDENTS,
                  Envelope.of(id, SOURCE, event.at(), event))));
    }
    return new IncidentDocument(state, outbox, before == null ? List.of() : before.awaited());
  }

  /** The same waiting for the cases of these posts, too. */
  public IncidentDocument awaiting(List<String> mentionIds) {
    Set<String> all = new LinkedHashSet<>(awaited);
    all.addAll(mentionIds);
    List<String> list = List.copyOf(all);
    return new IncidentDocument(
        state, outbox, list.subList(Math.max(0, list.size() - MOST_AWAITED), list.size()));
  }

  /** The same without waiting for these. */
  public IncidentDocument found(Set<String> mentionIds) {
    return new IncidentDocument(
        state, outbox, awaited.stream().filter(id -> !mentionIds.contains(id)).toList());
  }

  Document document(Instant now) {
    return new Document("_id", state.id())
        .append("version", state.version())
        .append("brand", state.brand())
        .append("ended", state.status().ended())
        .append("writtenAt", Date.from(now))
        .append("state", json(state))
        .append("outbox", outbox.stream().map(OutboxEntry::document).toList())
        .append("awaited", awaited);
  }

  static IncidentDocument from(Document d) {
    return new IncidentDocument(
        state(d.getString("state")),
        d.getList("outbox", Document.class, List.of()).stream().map(OutboxEntry::from).toList(),
        d.getList("awaited", String.class, List.of()));
  }

  private static String json(IncidentState state) {
    try {
      return Json.MAPPER.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("incident cannot be written as JSON", e);
    }
  }

  private static IncidentState state(String json) {
    try {
      return Json.MAPPER.readValue(json, IncidentState.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored incident cannot be read: " + e.getMessage(), e);
    }
  }
}
