package dev.frontline.contracts.classification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A judgement while it is being written; what its fields mean stands at {@link Classification}. */
public final class ClassificationDraft {

  public Map<String, LabelScore> labels = Map.of();
  public Sentiment sentiment = Sentiment.NEUTRAL;
  public @Nullable String lang;
  public String tier;
  public String model;
  public boolean unsure;
  public boolean shed;
  public @Nullable String notScored;
  public @Nullable String storyId;
  public @Nullable String nearCopyOf;
  public Instant classifiedAt;
  public List<Theme> themes = List.of();
  public List<About> about = List.of();

  /** One of which nothing is known but who judged. */
  public ClassificationDraft(String tier, String model, Instant classifiedAt) {
    this.tier = tier;
    this.model = model;
    this.classifiedAt = classifiedAt;
  }

  /** The next form of one that is there. */
  public ClassificationDraft(Classification was) {
    this(was.tier(), was.model(), was.classifiedAt());
    labels = was.labels();
    sentiment = was.sentiment();
    lang = was.lang();
    unsure = was.unsure();
    shed = was.shed();
    notScored = was.notScored();
    storyId = was.storyId();
    nearCopyOf = was.nearCopyOf();
    themes = was.themes();
    about = was.about();
  }

  public Classification classification() {
    return new Classification(
        labels,
        sentiment,
        lang,
        tier,
        model,
        unsure,
        shed,
        notScored,
        storyId,
        nearCopyOf,
        classifiedAt,
        themes,
        about);
  }
}
