package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A post is gone from its network: its words are forgotten, its place is kept. */
public final class Withdrawing {

  private static final String SYSTEM = "system";

  private Withdrawing() {}

  /** Ends the case too, where none of the author's posts stands any more. */
  public static Decision withdraw(CaseState state, String mentionId, Instant now) {
    Optional<CaseMention> known = Posts.find(state, mentionId);
    if (known.isEmpty() || known.get().withdrawn()) {
      return new Decision.Unchanged(state);
    }
    return withdraw(state, mentionId, m -> m.mention().id().equals(mentionId), now);
  }

  /**
   * Its source's terms let its text be kept no longer: the words go, the case goes on, for the post
   * stands on its network still and may wait for an answer.
   */
  public static Decision expire(CaseState state, String mentionId, Instant now) {
    Optional<CaseMention> known = Posts.find(state, mentionId);
    if (known.isEmpty() || known.get().withdrawn()) {
      return new Decision.Unchanged(state);
    }
    CaseDraft draft = new CaseDraft(state);
    forget(draft, m -> m.mention().id().equals(mentionId));
    draft.line(now, SYSTEM, "expired", "The network lets a post's text be kept no longer");
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.MentionChanged(next, now, SYSTEM, mentionId, "withdrawn"));
  }

  /** The author is to be forgotten: all their posts are emptied. */
  public static Decision withdrawAll(CaseState state, Instant now) {
    String first = state.mentions().get(0).mention().id();
    boolean known = state.mentions().stream().allMatch(m -> m.withdrawn() || m.mention().own());
    return known
        ? new Decision.Unchanged(state)
        : withdraw(state, first, m -> !m.mention().own(), now);
  }

  private static Decision withdraw(
      CaseState state, String mentionId, Predicate<CaseMention> which, Instant now) {
    CaseDraft draft = new CaseDraft(state);
    forget(draft, which);
    draft.line(now, SYSTEM, "withdrawn", "A post was withdrawn from the network");
    boolean ends = nothingStands(draft) && state.status() != CaseStatus.RESOLVED;
    if (ends) {
      Ending.end(draft, Outcome.NO_ANSWER_NEEDED, now);
      draft.line(now, SYSTEM, "resolved", "Nothing is left to answer");
    }
    CaseState next = draft.next();
    CaseEvent changed = new CaseEvent.MentionChanged(next, now, SYSTEM, mentionId, "withdrawn");
    return ends
        ? Change.of(next, changed, new CaseEvent.CaseResolved(next, now, SYSTEM))
            .queue(QueueLines.left(next, state.department(), now, "resolved"))
        : Change.of(next, changed);
  }

  private static void forget(CaseDraft draft, Predicate<CaseMention> which) {
    draft.mentions.replaceAll(m -> which.test(m) ? emptied(m) : m);
    draft.route = Quotes.without(draft.route);
    draft.suggestion = Quotes.without(draft.suggestion);
    draft.history.replaceAll(Quotes::without);
    if (nothingStands(draft)) {
      draft.author = nameless(draft.author);
    }
  }

  private static boolean nothingStands(CaseDraft draft) {
    return draft.mentions.stream().allMatch(m -> m.withdrawn() || m.mention().own());
  }

  /** A folded repost is gone: it counts no more. */
  public static Change unfold(CaseState state, String mentionId, long reach, Instant now) {
    CaseDraft draft = new CaseDraft(state);
    draft.folded = Math.max(0, draft.folded - 1);
    draft.reach = Math.max(0, draft.reach - reach);
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.MentionChanged(next, now, SYSTEM, mentionId, "withdrawn"));
  }

  private static CaseMention emptied(CaseMention post) {
    Mention m = post.mention();
    Mention empty =
        new Mention(
            m.id(),
            m.network(),
            nameless(m.author()),
            "",
            m.lang(),
            m.createdAt(),
            m.fetchedAt(),
            m.acceptedAt(),
            m.editedAt(),
            null,
            m.inReplyTo(),
            m.threadRoot(),
            List.of(),
            m.engagement(),
            PostState.DELETED,
            m.conversationId(),
            m.source(),
            m.matched(),
            m.repostOf(),
            m.reach(),
            m.networkVersion(),
            m.own(),
            m.mayScore(),
            m.mayTrain(),
            m.history());
    return new CaseMention(empty, wordless(post.classification()), true);
  }

  private static Classification wordless(Classification c) {
    ClassificationDraft draft = new ClassificationDraft(c);
    draft.labels = wordless(c.labels());
    draft.themes = c.themes().stream().map(t -> new Theme(t.name(), List.of())).toList();
    draft.about = c.about().stream().map(one -> one.with(wordless(one.labels()))).toList();
    return draft.classification();
  }

  private static Map<String, LabelScore> wordless(Map<String, LabelScore> labels) {
    return labels.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e ->
                    new LabelScore(
                        e.getValue().p(),
                        e.getValue().decided(),
                        List.of(),
                        e.getValue().tier(),
                        e.getValue().model(),
                        e.getValue().quiet())));
  }

  private static Author nameless(Author author) {
    return new Author(author.id(), null, null, null, null, null);
  }
}
