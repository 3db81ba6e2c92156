package dev.frontline.ingest.network.googleplay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.review.Review;
import dev.frontline.ingest.review.ReviewSource;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.NewestFirst.Told;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import dev.frontline.ingest.token.AccessTokens;
import dev.frontline.ingest.token.GoogleAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Google Play's reviews (developers.google.com/android-publisher/reply-to-reviews), latest change
 * first. Only those with words, and only of the last seven days: what was not read by then cannot
 * be read any more, and is told as a gap. A review has one answer, which the next one replaces, so
 * a second try does no harm.
 */
@ApplicationScoped
class GooglePlay implements ReviewSource, AnsweringSource {

  private static final String ADDRESS = "https://androidpublisher.googleapis.com";
  private static final String SCOPE = "https://www.googleapis.com/auth/androidpublisher";
  private static final String NETWORK = "googleplay";
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final Duration TOLD = Duration.ofDays(7);
  private static final int MOST_CHARACTERS = 350;

  private static final Traits TRAITS =
      new Traits(
          NETWORK,
          "where the last whole reading began",
          OVERLAP,
          Deletion.NONE,
          200,
          Duration.ofHours(1),
          Duration.ofMinutes(30),
          0,
          Replies.HERE,
          MOST_CHARACTERS,
          null,
          Terms.FREE);

  private final AccessTokens tokens = new AccessTokens();

  @Override
  public String kind() {
    return NETWORK;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public List<String> places(Opened opened) {
    return opened.list("apps");
  }

  @Override
  public Told reviews(
      Opened opened, String app, @Nullable String token, Instant bound, Page.Builder page)
      throws Fault, InterruptedException {
    Instant told = opened.now().minus(TOLD);
    if (token == null && bound.plus(OVERLAP).isBefore(told)) {
      page.gap(new Gap(bound.plus(OVERLAP), told, "Google Play tells the last seven days alone"));
    }
    Ask ask =
        Ask.get(
            at(opened, app, ""), Map.of("maxResults", "100", "token", token == null ? "" : token));
    Answer answer = opened.ask(signed(opened, ask));
    JsonNode found = answer.json();
    if (!found.isObject() || found.has("reviews") && !found.path("reviews").isArray()) {
      throw Fault.broken("its answer holds no reviews", answer.body());
    }
    return new Told(
        Nodes.text(found, "/tokenPagination/nextPageToken"),
        put(opened, found.path("reviews"), one -> review(app, one), page));
  }

  private static Optional<Review> review(String app, JsonNode one) {
    String id = Nodes.text(one, "/reviewId");
    JsonNode said = Json.MAPPER.missingNode();
    JsonNode answered = Json.MAPPER.missingNode();
    for (JsonNode comment : one.path("comments")) {
      said = comment.has("userComment") ? comment.path("userComment") : said;
      answered = comment.has("developerComment") ? comment.path("developerComment") : answered;
    }
    Optional<Instant> at = time(said);
    if (id == null || id.isBlank() || at.isEmpty()) {
      return Optional.empty();
    }
    // A title, where there is one, stands before a tab.
    String[] words = Nodes.textOr(said, "/text", "").split("\t", 2);
    String answer = Nodes.textOr(answered, "/text", "");
    return Optional.of(
        new Review(
            NETWORK,
            app + "/" + id,
            null,
            Nodes.text(one, "/authorName"),
            said.path("starRating").asInt(0),
            words.length > 1 ? words[0] : "",
            words[words.length - 1],
            Nodes.text(said, "/reviewerLanguage"),
            at.get(),
            at.get(),
            "https://play.google.com/store/apps/details?id=" + app + "&reviewId=" + Ask.encode(id),
            Nodes.count(said, "/thumbsUpCount"),
            time(answered).map(then -> new Review.Answered(app, answer, then)).orElse(null)));
  }

  private static Optional<Instant> time(JsonNode comment) {
    long seconds = comment.at("/lastModified/seconds").asLong(0);
    return seconds > 0 && seconds < Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  @Override
  public boolean renew(Opened opened) {
    return tokens.renew(opened);
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    int length = reply.text().codePointCount(0, reply.text().length());
    if (length > MOST_CHARACTERS) {
      return new Sent.Refused(
          "it has " + length + " characters; Google Play takes " + MOST_CHARACTERS);
    }
    String id = reply.mentionId().substring(NETWORK.length() + 1);
    int slash = id.indexOf('/');
    if (slash < 0) {
      return new Sent.Refused("the post's id names no app");
    }
    byte[] body =
        Json.MAPPER
            .createObjectNode()
            .put("replyText", reply.text())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    String path = "/" + Ask.encode(id.substring(slash + 1)) + ":reply";
    opened.ask(signed(opened, Ask.json(at(opened, id.substring(0, slash), path), body)));
    return new Sent.Posted(NETWORK + ":" + Review.reply(id), null);
  }

  private static URI at(Opened opened, String app, String path) {
    return opened.at(
        ADDRESS, "/androidpublisher/v3/applications/" + Ask.encode(app) + "/reviews" + path);
  }

  private Ask signed(Opened opened, Ask ask) throws Fault, InterruptedException {
    return ask.bearer(tokens.of(opened, GoogleAccount.in(opened, SCOPE)));
  }
}
