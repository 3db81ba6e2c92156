package dev.frontline.ingest.network.appstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.review.OneByOne;
import dev.frontline.ingest.review.Review;
import dev.frontline.ingest.review.ReviewSource;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.NewestFirst.Told;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import dev.frontline.ingest.token.SignedToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reviews as the app's owner reads them (developer.apple.com/documentation/appstoreconnectapi), all
 * countries in one list. It tells when a review was made, not when it was changed. A review has one
 * answer, which the next one replaces, so a second try does no harm. The secret is {@code
 * KEY_ID:ISSUER_ID:} and the content of the key's {@code .p8} file.
 */
@ApplicationScoped
class AppStoreConnect implements ReviewSource, RecheckedSource, AnsweringSource {

  private static final String ADDRESS = "https://api.appstoreconnect.apple.com";
  private static final String NETWORK = AppStoreFeed.NETWORK;
  private static final Duration OVERLAP = Duration.ofDays(2);
  private static final Duration TOKEN = Duration.ofMinutes(15);
  private static final int MOST_CHARACTERS = 5_970;

  private static final Traits TRAITS =
      new Traits(
          NETWORK,
          "where the last whole reading began",
          OVERLAP,
          Deletion.SWEEP,
          3_000,
          Duration.ofHours(1),
          Duration.ofMinutes(30),
          0,
          Replies.HERE,
          MOST_CHARACTERS,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "appstoreconnect";
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
    URI address =
        token == null
            ? Ask.with(
                opened.at(ADDRESS, "/v1/apps/" + Ask.encode(app) + "/customerReviews"),
                Map.of("sort", "-createdDate", "limit", "200", "include", "response"))
            : opened.at(ADDRESS, token);
    Answer answer = opened.ask(signed(opened, Ask.get(address)));
    JsonNode found = answer.json();
    if (!found.path("data").isArray()) {
      throw Fault.broken("its answer holds no reviews", answer.body());
    }
    Map<String, JsonNode> responses = new HashMap<>();
    found.path("included").forEach(one -> responses.put(Nodes.textOr(one, "/id", ""), one));
    return new Told(
        next(opened, found),
        put(opened, found.path("data"), one -> review(app, one, responses), page));
  }

  /** The next page's path: its host is ours to know. */
  private static @Nullable String next(Opened opened, JsonNode found) {
    String base = opened.at(ADDRESS, "").toString();
    String next = Nodes.textOr(found, "/links/next", "");
    return next.startsWith(base + "/") ? next.substring(base.length()) : null;
  }

  private static Optional<Review> review(
      String app, JsonNode one, Map<String, JsonNode> responses) {
    String id = Nodes.text(one, "/id");
    Optional<Instant> at = Nodes.time(one, "/attributes/createdDate");
    if (id == null || id.isBlank() || at.isEmpty()) {
      return Optional.empty();
    }
    JsonNode response = responses.get(Nodes.textOr(one, "/relationships/response/data/id", "none"));
    return Optional.of(
        new Review(
            NETWORK,
            id,
            null,
            Nodes.text(one, "/attributes/reviewerNickname"),
            one.at("/attributes/rating").asInt(0),
            Nodes.textOr(one, "/attributes/title", ""),
            Nodes.textOr(one, "/attributes/body", ""),
            null,
            at.get(),
            null,
            "https://appstoreconnect.apple.com/apps/"
                + app
                + "/distribution/activity/ios/ratingsResponses",
            0,
            response == null
                ? null
                : new Review.Answered(
                    app,
                    Nodes.textOr(response, "/attributes/responseBody", ""),
                    Nodes.time(response, "/attributes/lastModifiedDate").orElse(at.get()))));
  }

  @Override
  public int mostRechecked() {
    return OneByOne.MOST;
  }

  @Override
  public Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    return OneByOne.lookUp(
        opened,
        NETWORK,
        mentionIds,
        (id, page) ->
            opened.ask(signed(opened, Ask.get(at(opened, "/customerReviews/" + Ask.encode(id))))),
        id -> places(opened),
        app -> opened.ask(signed(opened, Ask.get(at(opened, "/apps/" + Ask.encode(app))))));
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    int length = reply.text().codePointCount(0, reply.text().length());
    if (length > MOST_CHARACTERS) {
      return new Sent.Refused("it has " + length + " characters; Apple takes " + MOST_CHARACTERS);
    }
    String id = reply.mentionId().substring(NETWORK.length() + 1);
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode data = body.putObject("data").put("type", "customerReviewResponses");
    data.putObject("attributes").put("responseBody", reply.text());
    data.putObject("relationships")
        .putObject("review")
        .putObject("data")
        .put("type", "customerReviews")
        .put("id", id);
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    opened.ask(signed(opened, Ask.json(at(opened, "/customerReviewResponses"), bytes)));
    return new Sent.Posted(NETWORK + ":" + Review.reply(id), null);
  }

  private static URI at(Opened opened, String path) {
    return opened.at(ADDRESS, "/v1" + path);
  }

  private static Ask signed(Opened opened, Ask ask) throws Fault {
    String[] parts = opened.needSecret().split(":", 3);
    if (parts.length < 3) {
      throw new Fault(
          Fault.Kind.SIGNED_OUT, "its secret must be KEY_ID:ISSUER_ID: and the content of the key");
    }
    return ask.bearer(
        SignedToken.by(parts[2], "ES256", Map.of("kid", parts[0], "typ", "JWT"))
            .of(
                Map.of("iss", parts[1], "aud", "appstoreconnect-v1"),
                opened.now(),
                opened.now().plus(TOKEN)));
  }
}
