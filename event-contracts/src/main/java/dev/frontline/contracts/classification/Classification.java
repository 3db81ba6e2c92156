package dev.frontline.contracts.classification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mention was judged to be.
 *
 * @param labels by name, see {@link Labels}; empty where the post was not judged
 * @param lang BCP-47 of the text as detected, or as the network told it
 * @param tier highest tier that judged: {@code none}, {@code 0}, {@code 1}, {@code opinion} or
 *     {@code human}
 * @param model version of the model that judged
 * @param unsure too uncertain for a rule to act on: goes to triage
 * @param shed judged by the fast tier only because of a backlog; will be refined
 * @param notScored why it was not judged ({@code own}, {@code terms}, {@code history}), null where
 *     it was
 * @param storyId the story it tells with others' posts: id of the mention by which it was first
 *     heard, also where an older one is heard later
 * @param nearCopyOf mention id of an earlier post that it copies closely enough to be folded into
 * @param themes what it is about, strongest first; absent on the wire where there are none
 * @param about what it says of each of several brands that it names, where it says not the same of
 *     all; absent on the wire else, where the labels are about every brand that it met
 */
public record Classification(
    Map<String, LabelScore> labels,
    Sentiment sentiment,
    @Nullable String lang,
    String tier,
    String model,
    boolean unsure,
    boolean shed,
    @Nullable String notScored,
    @Nullable String storyId,
    @Nullable String nearCopyOf,
    Instant classifiedAt,
    @Nullable List<Theme> themes,
    @Nullable List<About> about) {

  public Classification {
    labels = Lists.copy(labels);
    sentiment = sentiment == null ? Sentiment.NEUTRAL : sentiment;
    Required.text("tier", tier);
    Required.text("model", model);
    Required.value("classifiedAt", classifiedAt);
    themes = themes == null || themes.isEmpty() ? null : List.copyOf(themes);
    about = about == null || about.isEmpty() ? null : List.copyOf(about);
  }

  @Override
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<Theme> themes() {
    return themes == null ? List.of() : themes;
  }

  @Override
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<About> about() {
    return about == null ? List.of() : about;
  }

  /** The same as far as it concerns one of the brands that the post names. */
  public Classification toward(String brand) {
    for (About one : about()) {
      if (one.name().equals(brand)) {
        ClassificationDraft draft = new ClassificationDraft(this);
        draft.labels = one.labels();
        draft.sentiment = one.sentiment();
        return draft.classification();
      }
    }
    return this;
  }

  /** Whether the label holds. */
  public boolean has(String label) {
    LabelScore score = labels.get(label);
    return score != null && score.decided();
  }

  /** Whether the label holds surely enough to interrupt a person. */
  public boolean mayInterrupt(String label) {
    LabelScore score = labels.get(label);
    return score != null && score.mayInterrupt();
  }

  /** The label's probability, 0 where it was not judged. */
  public double p(String label) {
    LabelScore score = labels.get(label);
    return score == null ? 0 : score.p();
  }
}
