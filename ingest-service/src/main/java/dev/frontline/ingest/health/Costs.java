package dev.frontline.ingest.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What listening cost so far, for whoever decides whether it is worth it. */
@ApplicationScoped
public class Costs {

  private final SourceWatch watch;

  @Inject
  Costs(SourceWatch watch) {
    this.watch = watch;
  }

  /** In US dollars since the source was first listened to; 0 for one that is not configured. */
  public double of(String sourceId) {
    return watch.all().stream()
        .filter(source -> source.id().equals(sourceId))
        .mapToDouble(SourceHealth::cost)
        .sum();
  }
}
