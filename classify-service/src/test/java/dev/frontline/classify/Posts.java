package dev.frontline.classify;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Posts about Aurelia Air, an airline that flies only in tests. */
public final class Posts {

  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Posts() {}

  /** A post with every switch at its usual place. */
  public static Mention post(String id, String author, String text) {
    return post(id, author, text, NOON, false, true, true);
  }

  public static Mention postAt(String id, String author, String text, Instant at) {
    return post(id, author, text, at, false, true, true);
  }

  public static Mention ownPost(String id, String text) {
    return post(id, "aurelia", text, NOON, true, true, true);
  }

  public static Mention postOfSilentTerms(String id, String author, String text) {
    return post(id, author, text, NOON, false, false, false);
  }

  /** The post, heard by the queries of these brands and rivals instead. */
  public static Mention heardBy(Mention post, Match... queries) {
    return new Mention(
        post.id(),
        post.network(),
        post.author(),
        post.text(),
        post.lang(),
        post.createdAt(),
        post.fetchedAt(),
        post.acceptedAt(),
        null,
        post.url(),
        null,
        null,
        List.of(),
        post.engagement(),
        post.state(),
        post.conversationId(),
        post.source(),
        List.of(queries),
        null,
        0,
        post.networkVersion(),
        post.own(),
        post.mayScore(),
        post.mayTrain(),
        false);
  }

  /** The post as its author changed it. */
  public static Mention edited(Mention post, String text, long version) {
    return new Mention(
        post.id(),
        post.network(),
        post.author(),
        text,
        post.lang(),
        post.createdAt(),
        post.fetchedAt(),
        post.acceptedAt(),
        NOON.plusSeconds(60),
        post.url(),
        null,
        null,
        List.of(),
        post.engagement(),
        PostState.EDITED,
        post.conversationId(),
        post.source(),
        post.matched(),
        null,
        0,
        version,
        post.own(),
        post.mayScore(),
        post.mayTrain(),
        false);
  }

  /** What a model might have said of it. */
  public static Classification judgedAs(String label, double p) {
    return new Classification(
        Map.of(label, new LabelScore(p, p >= 0.5, List.of(), "0", "m1")),
        Sentiment.NEUTRAL,
        "en",
        "0",
        "m1",
        true,
        false,
        null,
        null,
        null,
        NOON,
        List.of(),
        List.of());
  }

  /** What the fast tier says where there is no time for more. */
  public static Classification shed(Instant at) {
    return new Classification(
        Map.of("complaint", new LabelScore(0.4, false, List.of(), "0", "m1")),
        Sentiment.NEUTRAL,
        "en",
        "0",
        "m1",
        true,
        true,
        null,
        "demo:story",
        null,
        at,
        List.of(),
        List.of());
  }

  private static Mention post(
      String id,
      String author,
      String text,
      Instant at,
      boolean own,
      boolean mayScore,
      boolean mayTrain) {
    return new Mention(
        "demo:" + id,
        "demo",
        new Author(author, author, null, 100L, null, null),
        text,
        null,
        at,
        at,
        at,
        null,
        null,
        null,
        null,
        List.of(),
        Engagement.NONE,
        PostState.LIVE,
        "demo:" + id,
        "webhook",
        List.of(new Match("q1", Match.Kind.BRAND, "Aurelia Air")),
        null,
        100,
        1,
        own,
        mayScore,
        mayTrain,
        false);
  }
}
