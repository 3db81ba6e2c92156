package dev.frontline.classify.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the stories of the last 48 hours are in memory. */
@Readiness
@ApplicationScoped
public class StoriesReadiness implements HealthCheck {

  private final Stories stories;

  @Inject
  StoriesReadiness(Stories stories) {
    this.stories = stories;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("stories").status(stories.isReady()).build();
  }
}
