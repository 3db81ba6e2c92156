package dev.frontline.classify.mention;

import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.story.Place;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.mention.Mention;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a mention is: the decision of this service, as a function of the post and what is known. */
final class Classifying {

  private static final String NOT_JUDGED = "none";
  private static final String UNKNOWN_LANGUAGE = "und";

  private Classifying() {}

  /** Our own posts and those whose source's terms forbid it are not judged. */
  static boolean isJudged(Mention mention) {
    return notScored(mention) == null;
  }

  /**
   * @param judgement null where the post is not judged
   * @param place where it stands among its near-copies
   */
  static Classification classify(
      Mention mention, @Nullable Judgement judgement, Place place, Instant now) {
    String why = notScored(mention);
    return why == null && judgement != null
        ? judged(mention, judgement, place, now)
        : unjudged(mention, String.valueOf(why), now);
  }

  private static Classification judged(
      Mention mention, Judgement judgement, Place place, Instant now) {
    boolean told = !judgement.lang().equals(UNKNOWN_LANGUAGE) || mention.lang() == null;
    ClassificationDraft draft = new ClassificationDraft(judgement.tier(), judgement.model(), now);
    draft.labels = judgement.labels();
    draft.sentiment = judgement.sentiment();
    draft.lang = told ? judgement.lang() : mention.lang();
    draft.unsure = judgement.unsure();
    draft.shed = judgement.shallow();
    draft.storyId = place.storyId();
    draft.about = judgement.about();
    draft.nearCopyOf = place.nearCopyOf();
    return draft.classification();
  }

  private static Classification unjudged(Mention mention, String why, Instant now) {
    ClassificationDraft draft = new ClassificationDraft(NOT_JUDGED, NOT_JUDGED, now);
    draft.lang = mention.lang();
    draft.notScored = why;
    return draft.classification();
  }

  private static @Nullable String notScored(Mention mention) {
    if (mention.own()) {
      return "own";
    }
    return mention.mayScore() ? null : "terms";
  }
}
