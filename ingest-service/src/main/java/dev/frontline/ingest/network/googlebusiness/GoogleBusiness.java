package dev.frontline.ingest.network.googlebusiness;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.frontline.ingest.token.AccessTokens;
import dev.frontline.ingest.token.GoogleAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of a company's own places on Google's maps (developers.google.com/my-business), latest
 * change first. {@code settings.locations} lists them as {@code accounts/1/locations/2}. A review
 * has one answer, which is put rather than posted, so a second try does no harm.
 */
@ApplicationScoped
class GoogleBusiness implements ReviewSource, RecheckedSource, AnsweringSource {

  private static final String ADDRESS = "https://mybusiness.googleapis.com";
  private static final String SCOPE = "https://www.googleapis.com/auth/business.manage";
  private static final String NETWORK = "googlebusiness";
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final int MOST_BYTES = 4_096;
  private static final List<String> STARS = List.of("", "ONE", "TWO", "THREE", "FOUR", "FIVE");
  private static final Pattern REVIEW =
      Pattern.compile("(accounts/[^/]+/locations/[^/]+)/reviews/[^/]+");

  private static final Traits TRAITS =
      new Traits(
          NETWORK,
          "where the last whole reading began",
          OVERLAP,
          Deletion.SWEEP,
          300,
          Duration.ofMinutes(1),
          Duration.ofMinutes(15),
          0,
          Replies.HERE,
          MOST_BYTES,
          null,
          new Terms(true, true, Duration.ofDays(30)));

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
    return opened.list("locations");
  }

  @Override
  public Instant listedAt(Review review) {
    return review.editedAt() == null ? review.createdAt() : review.editedAt();
  }

  @Override
  public Told reviews(
      Opened opened, String location, @Nullable String token, Instant bound, Page.Builder page)
      throws Fault, InterruptedException {
    Answer answer = opened.ask(signed(opened, list(opened, location, token)));
    JsonNode found = answer.json();
    if (!found.isObject() || found.has("reviews") && !found.path("reviews").isArray()) {
      throw Fault.broken("its answer holds no reviews", answer.body());
    }
    return new Told(
        Nodes.text(found, "/nextPageToken"),
        put(opened, found.path("reviews"), one -> review(location, one), page));
  }

  private static Ask list(Opened opened, String location, @Nullable String token) {
    return Ask.get(
        at(opened, location + "/reviews"),
        Map.of(
            "pageSize", "50",
            "orderBy", "updateTime desc",
            "pageToken", token == null ? "" : token));
  }

  private static Optional<Review> review(String location, JsonNode one) {
    String id = Nodes.text(one, "/reviewId");
    Optional<Instant> at = Nodes.time(one, "/createTime");
    if (id == null || id.isBlank() || at.isEmpty()) {
      return Optional.empty();
    }
    String answer = Nodes.text(one, "/reviewReply/comment");
    return Optional.of(
        new Review(
            NETWORK,
            location + "/reviews/" + id,
            null,
            Nodes.text(one, "/reviewer/displayName"),
            Math.max(0, STARS.indexOf(Nodes.textOr(one, "/starRating", ""))),
            "",
            Nodes.textOr(one, "/comment", ""),
            null,
            at.get(),
            Nodes.time(one, "/updateTime").filter(then -> then.isAfter(at.get())).orElse(null),
            "https://business.google.com/reviews",
            0,
            answer == null
                ? null
                : new Review.Answered(
                    location,
                    answer,
                    Nodes.time(one, "/reviewReply/updateTime").orElse(at.get()))));
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
            put(
                opened,
                List.of(opened.ask(signed(opened, Ask.get(at(opened, id)))).json()),
                one -> review(location(id), one),
                page),
        id -> List.of(location(id)),
        location -> opened.ask(signed(opened, list(opened, location, null))));
  }

  private static String location(String id) {
    return id.replaceFirst("/reviews/.*", "");
  }

  @Override
  public boolean renew(Opened opened) {
    return tokens.renew(opened);
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    int length = reply.text().getBytes(StandardCharsets.UTF_8).length;
    if (length > MOST_BYTES) {
      return new Sent.Refused("it has " + length + " bytes; Google takes " + MOST_BYTES);
    }
    String id = reply.mentionId().substring(NETWORK.length() + 1);
    if (!REVIEW.matcher(id).matches()) {
      return new Sent.Refused("the post's id names no review of a location");
    }
    byte[] body =
        Json.MAPPER
            .createObjectNode()
            .put("comment", reply.text())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    opened.ask(
        signed(opened, Ask.send("PUT", at(opened, id + "/reply"), "application/json", body)));
    return new Sent.Posted(NETWORK + ":" + Review.reply(id), null);
  }

  /** Names such as {@code accounts/1/locations/2} are paths already; each part is made safe. */
  private static URI at(Opened opened, String name) {
    String path = Arrays.stream(name.split("/")).map(Ask::encode).collect(Collectors.joining("/"));
    return opened.at(ADDRESS, "/v4/" + path);
  }

  private Ask signed(Opened opened, Ask ask) throws Fault, InterruptedException {
    return ask.bearer(tokens.of(opened, GoogleAccount.in(opened, SCOPE)));
  }
}
