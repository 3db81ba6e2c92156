package dev.frontline.contracts.source;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events of {@code sources.events}, keyed by source id. */
public sealed interface SourceEvent {

  String sourceId();

  Instant at();

  /** Nothing came for longer than expected; {@code reason} in words. */
  record SourceSilent(String sourceId, Instant at, @Nullable Instant lastPostAt, String reason)
      implements SourceEvent {
    public SourceSilent {
      Required.text("sourceId", sourceId);
      Required.value("at", at);
    }
  }

  /** It speaks again. */
  record SourceRecovered(String sourceId, Instant at) implements SourceEvent {
    public SourceRecovered {
      Required.text("sourceId", sourceId);
      Required.value("at", at);
    }
  }

  /** Posts between two moments may be missing. */
  record GapRecorded(String sourceId, Instant at, Instant from, Instant to, String reason)
      implements SourceEvent {
    public GapRecorded {
      Required.text("sourceId", sourceId);
      Required.value("at", at);
    }
  }

  /**
   * Something came that could not be read; it is kept for a person. {@code parkedId} finds it in
   * ingest.
   */
  record MentionParked(String sourceId, Instant at, String parkedId, String reason)
      implements SourceEvent {
    public MentionParked {
      Required.text("sourceId", sourceId);
      Required.value("at", at);
    }
  }

  /**
   * It cannot be read, or answered through, until a person does something; {@code reason} says
   * what.
   */
  record SourceNeedsAttention(String sourceId, Instant at, String reason) implements SourceEvent {
    public SourceNeedsAttention {
      Required.text("sourceId", sourceId);
      Required.value("at", at);
    }
  }

  /** The network takes the account's token only until then; a person has to connect it anew. */
  record AccountExpiring(String sourceId, Instant at, String account, Instant expiresAt)
      implements SourceEvent {
    public AccountExpiring {
      Required.text("sourceId", sourceId);
      Required.value("at", at);
      Required.text("account", account);
      Required.value("expiresAt", expiresAt);
    }
  }
}
