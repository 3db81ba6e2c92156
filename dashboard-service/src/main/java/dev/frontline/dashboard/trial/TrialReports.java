package dev.frontline.dashboard.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.readmodel.MentionStore;
import dev.frontline.dashboard.readmodel.StoredMention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Works out reports from what was heard. */
@ApplicationScoped
public class TrialReports {

  private static final int MOST = 20_000;

  private final MentionStore mentions;
  private final Clock clock;
  private final double minutesAPost;

  /**
   * @param minutesAPost of an agent's time, what a post costs
   */
  @Inject
  TrialReports(
      MentionStore mentions,
      Clock clock,
      @ConfigProperty(name = "frontline.minutes-a-post", defaultValue = "4") double minutesAPost) {
    this.mentions = mentions;
    this.clock = clock;
    this.minutesAPost = minutesAPost;
  }

  /**
   * @param trial as ingest tells it
   */
  public TrialReport of(JsonNode trial) {
    String of = trial.path("of").asText();
    Instant since = Instant.parse(trial.path("since").asText());
    List<StoredMention> heard = mentions.onTrial(of, since, MOST);
    Set<String> repeated = new HashSet<>();
    heard.forEach(post -> repeated.addAll(TrialReport.repeats(post)));
    return TrialReport.of(
        trial, heard, mentions.heardOutside(repeated, of), minutesAPost, clock.instant());
  }
}
