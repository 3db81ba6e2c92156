package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events of {@code cases.events}, keyed by case id. Each carries the whole new state. */
public sealed interface CaseEvent {

  CaseState state();

  /** When it happened. */
  Instant at();

  /** Id of the person who caused it, or {@code system}. */
  String by();

  /** A case came to be. */
  record CaseOpened(CaseState state, Instant at, String by, String mentionId) implements CaseEvent {
    public CaseOpened {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** Another post of the same author joined it. */
  record MentionJoined(CaseState state, Instant at, String by, String mentionId)
      implements CaseEvent {
    public MentionJoined {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** A repost or near-copy was folded into it. */
  record MentionFolded(CaseState state, Instant at, String by, String mentionId)
      implements CaseEvent {
    public MentionFolded {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** One of its posts was edited, judged again or withdrawn. */
  record MentionChanged(CaseState state, Instant at, String by, String mentionId, String what)
      implements CaseEvent {
    public MentionChanged {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** Rules or a label sent it to another department before anybody touched it. */
  record CaseRerouted(CaseState state, Instant at, String by, String fromDepartment)
      implements CaseEvent {
    public CaseRerouted {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** A better place was found while somebody works on it. */
  record RerouteSuggested(CaseState state, Instant at, String by) implements CaseEvent {
    public RerouteSuggested {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** It got an owner; null before where nobody owned it. */
  record CaseAssigned(CaseState state, Instant at, String by, @Nullable String previousAssignee)
      implements CaseEvent {
    public CaseAssigned {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** A person began to work on it. */
  record CaseTaken(CaseState state, Instant at, String by) implements CaseEvent {
    public CaseTaken {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** A person sent it to another department. */
  record CaseTransferred(CaseState state, Instant at, String by, String fromDepartment)
      implements CaseEvent {
    public CaseTransferred {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** An internal remark was added. */
  record NoteAdded(CaseState state, Instant at, String by) implements CaseEvent {
    public NoteAdded {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** An answer was written and is on its way to the network. */
  record ReplySubmitted(CaseState state, Instant at, String by, String replyId)
      implements CaseEvent {
    public ReplySubmitted {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** The network took an answer, refused it, or its answer was lost. */
  record ReplySettled(CaseState state, Instant at, String by, String replyId) implements CaseEvent {
    public ReplySettled {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** A person answered on the network itself and says so: the clock stops. */
  record AnsweredElsewhere(CaseState state, Instant at, String by) implements CaseEvent {
    public AnsweredElsewhere {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** It ended. */
  record CaseResolved(CaseState state, Instant at, String by) implements CaseEvent {
    public CaseResolved {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** It came back to life, by a person or by a new post. */
  record CaseReopened(CaseState state, Instant at, String by) implements CaseEvent {
    public CaseReopened {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** Its deadline passed. */
  record DeadlineBreached(CaseState state, Instant at, String by, String kind)
      implements CaseEvent {
    public DeadlineBreached {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** Its priority rose because of what was learned about it. */
  record PriorityRaised(CaseState state, Instant at, String by) implements CaseEvent {
    public PriorityRaised {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }
}
