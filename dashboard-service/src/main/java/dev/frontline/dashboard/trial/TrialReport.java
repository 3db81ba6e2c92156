package dev.frontline.dashboard.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.dashboard.readmodel.StoredMention;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source or query on trial brought.
 *
 * @param of {@code source:} or {@code query:} and the id
 * @param state {@code running}, {@code due}, {@code staff}, {@code listen-only} or {@code drop}
 * @param posts that it brought, those that others brought too among them
 * @param labels how many posts have each label, of those that nobody else brought
 * @param wantAnswers posts that would have opened a case or joined one
 * @param leads people who want to buy
 * @param heardElsewhere posts that others brought too, or that repeat one of theirs
 * @param notHeardElsewhere the share of posts that nobody else brought, 0 to 1; null without posts
 * @param minutes of agents, what answering them would have cost
 * @param minutesPerDay the same for a day of the trial
 * @param cost of listening, in US dollars
 * @param decisions what may be decided
 */
public record TrialReport(
    String of,
    String name,
    String state,
    Instant since,
    Instant until,
    @Nullable String decidedBy,
    long posts,
    Map<String, Integer> labels,
    int wantAnswers,
    int leads,
    long heardElsewhere,
    @Nullable Double notHeardElsewhere,
    double minutes,
    double minutesPerDay,
    double cost,
    List<String> decisions) {

  private static final List<String> DECISIONS = List.of("staff", "listen-only", "drop");
  private static final double DAY_SECONDS = 86_400;

  /**
   * @param trial as ingest tells it
   * @param heard the posts that it brought
   * @param outside ids of posts that others brought, of those that the trial's repeat
   * @param minutesAPost of an agent's time
   */
  static TrialReport of(
      JsonNode trial,
      List<StoredMention> heard,
      Set<String> outside,
      double minutesAPost,
      Instant now) {
    Map<String, Integer> labels = new LinkedHashMap<>();
    Labels.ALL.forEach(label -> labels.put(label, 0));
    int wantAnswers = 0;
    long repeated = 0;
    for (StoredMention post : heard) {
      Classification judged = post.classification();
      if (judged != null) {
        Labels.ALL.stream()
            .filter(judged::has)
            .forEach(label -> labels.merge(label, 1, Integer::sum));
        wantAnswers += Labels.ROUTING.stream().anyMatch(judged::has) ? 1 : 0;
      }
      repeated += repeats(post).stream().anyMatch(outside::contains) || also(post) ? 1 : 0;
    }
    // A query's posts that others brought are among those heard; a source's are not.
    long elsewhereOnly = trial.path("broughtByOthersToo").asLong();
    long posts = heard.size() + elsewhereOnly;
    long elsewhere = repeated + elsewhereOnly;
    Instant since = Instant.parse(trial.path("since").asText());
    Instant until = Instant.parse(trial.path("until").asText());
    Instant end = now.isBefore(until) ? now : until;
    double days = Math.max(1, (end.getEpochSecond() - since.getEpochSecond()) / DAY_SECONDS);
    double minutes = wantAnswers * minutesAPost;
    return new TrialReport(
        trial.path("of").asText(),
        trial.path("name").asText(),
        trial.path("state").asText(),
        since,
        until,
        trial.path("decidedBy").isTextual() ? trial.path("decidedBy").asText() : null,
        posts,
        labels,
        wantAnswers,
        labels.getOrDefault(Labels.LEAD, 0),
        elsewhere,
        posts == 0 ? null : (double) (posts - elsewhere) / posts,
        minutes,
        Math.round(10 * minutes / days) / 10.0,
        trial.path("cost").asDouble(),
        DECISIONS);
  }

  /** Ids of posts of which this one is a copy. */
  static Set<String> repeats(StoredMention post) {
    Set<String> ids = new LinkedHashSet<>();
    Mention mention = post.mention();
    Classification judged = post.classification();
    if (mention != null && mention.repostOf() != null) {
      ids.add(mention.repostOf());
    }
    if (judged != null && judged.nearCopyOf() != null) {
      ids.add(judged.nearCopyOf());
    }
    return ids;
  }

  /** Whether something that is listened to for good found it too. */
  private static boolean also(StoredMention post) {
    Mention mention = post.mention();
    return mention != null && !mention.matched().stream().allMatch(Match::onTrial);
  }
}
