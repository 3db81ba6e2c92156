package dev.frontline.routing.policy;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts about an invented maker of kettles, as they reach the rules. */
record PostFixture(
    String text,
    long reach,
    long followers,
    Map<String, LabelScore> labels,
    boolean unsure,
    Match match,
    List<Theme> themes,
    @Nullable Double stars) {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  static PostFixture aPost(String text) {
    return new PostFixture(
        text, 100, 100, Map.of(), false, about(Match.Kind.BRAND, "Kettlery"), List.of(), null);
  }

  static Match about(Match.Kind kind, String name) {
    return new Match("q-" + name, kind, name);
  }

  PostFixture labelled(String label, double p, String... words) {
    Map<String, LabelScore> more = new HashMap<>(labels);
    more.put(label, new LabelScore(p, p >= 0.5, List.of(words), "0", "test-1"));
    return new PostFixture(text, reach, followers, more, unsure, match, themes, stars);
  }

  PostFixture reaching(long people) {
    return new PostFixture(text, people, followers, labels, unsure, match, themes, stars);
  }

  PostFixture byAnAuthorWith(long manyFollowers) {
    return new PostFixture(text, reach, manyFollowers, labels, unsure, match, themes, stars);
  }

  PostFixture withStars(double given) {
    return new PostFixture(text, reach, followers, labels, unsure, match, themes, given);
  }

  PostFixture ofWhichTheClassifierIsUnsure() {
    return new PostFixture(text, reach, followers, labels, true, match, themes, stars);
  }

  PostFixture heardAs(Match.Kind kind, String name) {
    return new PostFixture(
        text, reach, followers, labels, unsure, about(kind, name), themes, stars);
  }

  PostFixture themed(String name, String... words) {
    return new PostFixture(
        text,
        reach,
        followers,
        labels,
        unsure,
        match,
        List.of(new Theme(name, List.of(words))),
        stars);
  }

  /** As it reaches the rules where its network's terms forbid to judge it. */
  Destination routedUnjudgedBy(Router router) {
    return router.route(
        mention(),
        new Classification(
            Map.of(),
            Sentiment.NEUTRAL,
            "en",
            "none",
            "none",
            false,
            false,
            "terms",
            null,
            null,
            NOON,
            List.of(),
            List.of()),
        match);
  }

  Destination routedBy(Router router) {
    return router.route(mention(), classification(), match);
  }

  Mention mention() {
    return new Mention(
        "mastodon:1",
        "mastodon",
        new Author("a1", "kim", "Kim", followers, null, null),
        text,
        "en",
        NOON,
        NOON,
        NOON,
        null,
        null,
        null,
        null,
        List.of(),
        new Engagement(0, 0, 0, 0, 0, null, stars),
        PostState.LIVE,
        "mastodon:1",
        "hooks",
        List.of(match),
        null,
        reach,
        1,
        false,
        true,
        true,
        false);
  }

  Classification classification() {
    return new Classification(
        labels,
        Sentiment.NEUTRAL,
        "en",
        "0",
        "test-1",
        unsure,
        false,
        null,
        null,
        null,
        NOON,
        themes,
        List.of());
  }
}
