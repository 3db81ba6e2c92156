package dev.frontline.contracts.classification;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import dev.frontline.contracts.mention.Match;
import java.util.Map;

/**
 * What a post says of one of the several brands that it names, where that is not what it says as a
 * whole: praise of us that damns a rival is both, apart.
 *
 * @param name the brand's or rival's, as in {@link Match#name()}
 * @param labels by name, all of them, see {@link Labels}
 * @param sentiment toward it
 */
public record About(
    String name, Match.Kind kind, Map<String, LabelScore> labels, Sentiment sentiment) {

  public About {
    Required.text("about.name", name);
    Required.value("about.kind", kind);
    labels = Lists.copy(labels);
    sentiment = sentiment == null ? Sentiment.NEUTRAL : sentiment;
  }

  /** The same with other labels. */
  public About with(Map<String, LabelScore> other) {
    return new About(name, kind, other, sentiment);
  }
}
