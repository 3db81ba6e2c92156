package dev.frontline.classify.model;

import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import java.util.List;
import java.util.Map;

/**
 * What a model says of one post.
 *
 * @param labels by name, all of them, in the order people see them
 * @param lang BCP-47, {@code und} where it cannot tell
 * @param unsure a label that routes the post lies in its band of doubt
 * @param model version of the model that judged, with what it had learned by then
 * @param tier which one judged: {@link Tier0#TIER} or {@link Tier1#TIER}
 * @param shallow the slow tier is worth asking and was not
 * @param about what it says of each of several brands, see {@link
 *     dev.frontline.contracts.classification.Classification#about}
 */
public record Judgement(
    String lang,
    Sentiment sentiment,
    Map<String, LabelScore> labels,
    boolean unsure,
    String model,
    String tier,
    boolean shallow,
    List<About> about) {

  /** The same with what it says of each brand. */
  public Judgement apart(List<About> each) {
    return new Judgement(lang, sentiment, labels, unsure, model, tier, shallow, each);
  }
}
