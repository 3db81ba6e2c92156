package dev.frontline.classify.rows;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case that a person handled to its end says of its posts' labels: they saw them and left
 * them standing, which weighs less than a word. A case that nobody handled, that needed no answer
 * or that was wrongly routed says nothing.
 */
final class HandledCase {

  private static final Set<Outcome> CONFIRMING =
      EnumSet.of(
          Outcome.SOLVED,
          Outcome.ANSWERED,
          Outcome.TAKEN_PRIVATE,
          Outcome.SOLD,
          Outcome.COULD_NOT_HELP);

  private static final String HUMAN = "human";

  private HandledCase() {}

  /** A row with the hash of its author, by which an erasure finds it. */
  record Confirmed(TrainingRow row, String author, Instant at) {}

  /** Rows of the posts that may be learned from. */
  static List<Confirmed> confirmed(CaseEvent event) {
    CaseState state = event.state();
    String handler = state.assignee();
    Instant resolved = state.times().resolvedAt();
    if (!(event instanceof CaseEvent.CaseResolved)
        || !handled(state)
        || handler == null
        || resolved == null) {
      return List.of();
    }
    List<Confirmed> rows = new ArrayList<>();
    for (CaseMention post : state.mentions()) {
      Mention mention = post.mention();
      Map<String, Say> says = says(post, handler, resolved);
      if (!post.withdrawn() && Learnable.is(mention) && !says.isEmpty()) {
        rows.add(
            new Confirmed(
                new TrainingRow(
                    mention.id(),
                    mention.matched().stream().map(Match::name).distinct().toList(),
                    mention.source(),
                    mention.text(),
                    mention.lang(),
                    says,
                    1),
                ErasedAuthors.hash(mention),
                resolved));
      }
    }
    return rows;
  }

  /** Ids of its posts of which an earlier row would be wrong now. */
  static List<String> unconfirmed(CaseEvent event) {
    boolean all = event instanceof CaseEvent.CaseResolved && !handled(event.state());
    // Nobody has handled what a post became since.
    String changed = event instanceof CaseEvent.MentionChanged e ? e.mentionId() : "";
    return event.state().mentions().stream()
        .filter(post -> all || post.withdrawn() || post.mention().id().equals(changed))
        .map(post -> post.mention().id())
        .toList();
  }

  private static boolean handled(CaseState state) {
    return state.status() == CaseStatus.RESOLVED
        && state.times().takenAt() != null
        && confirms(state.outcome());
  }

  private static boolean confirms(@Nullable Outcome outcome) {
    return outcome != null && CONFIRMING.contains(outcome);
  }

  private static Map<String, Say> says(CaseMention post, String handler, Instant at) {
    Map<String, Say> says = new HashMap<>();
    for (Map.Entry<String, LabelScore> label : post.classification().labels().entrySet()) {
      LabelScore score = label.getValue();
      if (!score.tier().equals(HUMAN)) {
        double weight = score.decided() ? Say.LEFT_STANDING : Say.LEFT_OFF;
        says.put(label.getKey(), new Say(score.decided(), weight, handler, at));
      }
    }
    return says;
  }
}
