package dev.frontline.routing.incident.watch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.Lists;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Match;
import dev.frontline.routing.policy.RiskKind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a judged post what the detector needs of it: one slim record for each brand. */
public final class Hearing {

  private static final ObjectReader READER = Json.MAPPER.readerFor(Event.class);

  private Hearing() {}

  /** An event of {@code mentions.classified} as far as it is looked at: cheaper than all of it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Event(@Nullable Post mention, @Nullable Judged classification, @Nullable String cause) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Post(
      String id,
      String network,
      Writer author,
      @Nullable String text,
      @Nullable String lang,
      Instant fetchedAt,
      @Nullable Instant acceptedAt,
      List<Match> matched,
      long reach,
      boolean own,
      boolean history) {
    Post {
      matched = Lists.copy(matched);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Writer(String id, @Nullable Long followers) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Judged(
      Map<String, Verdict> labels,
      Sentiment sentiment,
      @Nullable String lang,
      @Nullable String storyId,
      List<Theme> themes,
      List<Side> about) {
    Judged {
      labels = Lists.copy(labels);
      about = Lists.copy(about);
      sentiment = sentiment == null ? Sentiment.NEUTRAL : sentiment;
      themes = Lists.copy(themes);
    }

    /** As far as it concerns one of several brands, see {@code Classification#toward}. */
    Judged toward(String brand) {
      return about.stream()
          .filter(side -> side.name().equals(brand))
          .findFirst()
          .map(s -> new Judged(s.labels(), s.sentiment(), lang, storyId, themes, about))
          .orElse(this);
    }

    boolean has(String label) {
      Verdict verdict = labels.get(label);
      return verdict != null && verdict.decided();
    }
  }

  /** What is said of one of several brands. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Side(String name, Map<String, Verdict> labels, Sentiment sentiment) {}

  /** {@link LabelScore} without its reasons. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Verdict(boolean decided) {}

  /**
   * What the detector hears of an event: nothing of withdrawn and own posts, of posts about none of
   * the brands, and of what is only tried out.
   *
   * @throws IOException where it is no such event
   */
  public static List<Heard> of(byte[] event) throws IOException {
    Event read = READER.readValue(event);
    Post post = read.mention();
    Judged judged = read.classification();
    if (post == null || judged == null || post.own() || post.id() == null) {
      return List.of();
    }
    return post.matched().stream()
        .filter(m -> m.kind() == Match.Kind.BRAND && !m.onTrial())
        .map(Match::name)
        .distinct()
        .map(brand -> heard(brand, post, judged.toward(brand), read.cause() != null))
        .toList();
  }

  private static Heard heard(String brand, Post post, Judged judged, boolean again) {
    Instant accepted = post.acceptedAt() == null ? post.fetchedAt() : post.acceptedAt();
    List<String> themes = judged.themes().stream().map(Theme::name).toList();
    String text = post.text() == null ? "" : post.text();
    boolean risky = judged.has(Labels.PR_RISK);
    String lang = judged.lang() == null ? post.lang() : judged.lang();
    return new Heard(
        brand,
        post.id(),
        accepted.toEpochMilli(),
        post.history() || accepted.isBefore(post.fetchedAt()),
        again,
        hash(post.network() + ":" + post.author().id()),
        post.network(),
        lang == null ? "" : lang,
        judged.sentiment().value().equals("neg")
            ? -1
            : judged.sentiment().value().equals("pos") ? 1 : 0,
        flags(judged),
        risky ? RiskKind.of(themes, text).map(RiskKind::id).orElse(null) : null,
        judged.storyId(),
        themes,
        post.reach(),
        post.author().followers() == null ? 0 : Math.max(0, post.author().followers()),
        Words.of(text));
  }

  private static int flags(Judged judged) {
    return (judged.has(Labels.COMPLAINT) ? Heard.COMPLAINT : 0)
        | (judged.has(Labels.PR_RISK) ? Heard.PR_RISK : 0)
        | (judged.has(Labels.PRAISE) ? Heard.PRAISE : 0)
        | (judged.has(Labels.NOISE) ? Heard.NOISE : 0);
  }

  /** FNV-1a, 64 bits. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
