package dev.frontline.classify.learning;

import dev.frontline.classify.model.Priors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The versions that were learned, and which of all judges. */
@ApplicationScoped
public class Versions {

  private final ModelStore store;
  private final ModelTopic topic;
  private final Priors priors;

  @Inject
  Versions(ModelStore store, ModelTopic topic, Priors priors) {
    this.store = store;
    this.topic = topic;
    this.priors = priors;
  }

  /** Newest first; the shipped one is not among them. */
  public List<VersionJson> learned() {
    String judging = topic.judging();
    return store.all().stream()
        .map(version -> VersionJson.of(version, judging, priors.base()))
        .toList();
  }

  /** Whether the shipped model judges as it is. */
  public boolean shippedJudges() {
    return topic.judging().equals(priors.base());
  }
}
