package dev.frontline.classify.opinion;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.mention.Mention;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks about one post at a time, each text once, within the budget. For one thread. */
final class SecondOpinion {

  /** Who judged, in a label's score. */
  static final String TIER = "opinion";

  /** After the first judgement and its refinement, and before any person's word. */
  static final long REVISION = 2;

  private final Endpoint endpoint;
  private final String model;
  private final Predicate<Instant> budget;
  private final Map<String, Map<String, Boolean>> remembered;

  /**
   * @param budget takes one question of the day, false where there is none left
   * @param most answers that are remembered
   */
  SecondOpinion(Endpoint endpoint, String model, Predicate<Instant> budget, int most) {
    this.endpoint = endpoint;
    this.model = model;
    this.budget = budget;
    this.remembered =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Map<String, Boolean>> eldest) {
            return size() > most;
          }
        };
  }

  /** Whether a second opinion is worth asking for. */
  static boolean isWanted(Mention mention, Classification judged) {
    return judged.unsure()
        && judged.notScored() == null
        && mention.mayScore()
        && !mention.history()
        && !mention.own()
        && mention.repostOf() == null
        && judged.nearCopyOf() == null
        && !mention.brands().isEmpty();
  }

  /** The post as judged now; empty where nobody answered. */
  Optional<MentionReclassified> on(Mention mention, Classification judged, Instant now)
      throws InterruptedException {
    String text = hash(mention.text());
    Map<String, Boolean> said = remembered.get(text);
    if (said == null) {
      if (!budget.test(now)) {
        return Optional.empty();
      }
      Optional<Map<String, Boolean>> answer = endpoint.ask(mention.brands().get(0), mention.text());
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      said = answer.get();
      remembered.put(text, said);
    }
    return Optional.of(
        new MentionReclassified(mention, taken(judged, said, now), Cause.REFINED, REVISION, model));
  }

  private Classification taken(Classification judged, Map<String, Boolean> said, Instant now) {
    Map<String, LabelScore> labels = new LinkedHashMap<>(judged.labels());
    said.forEach(
        (label, holds) ->
            labels.computeIfPresent(
                label,
                (name, score) ->
                    new LabelScore(
                        score.p(), holds, holds ? score.why() : List.of(), TIER, model)));
    ClassificationDraft draft = new ClassificationDraft(judged);
    draft.labels = labels;
    draft.tier = TIER;
    draft.model = model;
    draft.unsure = false;
    draft.classifiedAt = now;
    return draft.classification();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
