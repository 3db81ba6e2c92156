package dev.frontline.classify.refine;

import dev.frontline.classify.model.Judgement;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.mention.Mention;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides which judgements are refined and how the refined one stands beside others. */
final class Refining {

  /**
   * Later than the first judgement of its network version, whose revision is 0, earlier than
   * anything a person says, whose revision is a time: refined again it is the same event.
   */
  static final long REVISION = 1;

  private Refining() {}

  /** A post that was shed, with what the fast tier said. */
  record Shed(Mention mention, Classification quick) {}

  /** Null where the event is not about a shed post. */
  static @Nullable Shed of(ClassifyEvent event) {
    Mention mention = null;
    Classification quick = null;
    if (event instanceof ClassifyEvent.MentionClassified first) {
      mention = first.mention();
      quick = first.classification();
    } else if (event instanceof ClassifyEvent.MentionReclassified again
        && again.cause() == ClassifyEvent.Cause.EDIT) {
      mention = again.mention();
      quick = again.classification();
    }
    return mention == null || quick == null || !quick.shed() ? null : new Shed(mention, quick);
  }

  /** Everything but the labels stays as it was found in order. */
  static Classification refined(Shed shed, Judgement judgement) {
    ClassificationDraft draft = new ClassificationDraft(shed.quick());
    draft.labels = judgement.labels();
    draft.sentiment = judgement.sentiment();
    draft.tier = judgement.tier();
    draft.model = judgement.model();
    draft.unsure = judgement.unsure();
    draft.about = judgement.about();
    draft.shed = false;
    draft.classifiedAt = at(shed);
    return draft.classification();
  }

  static Instant at(Shed shed) {
    return shed.quick().classifiedAt().plusMillis(1);
  }
}
