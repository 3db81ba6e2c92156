package dev.frontline.ingest.network.trustpilot;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trustpilot (developers.trustpilot.com). The secret is {@code API_KEY}, which reads what everybody
 * may, or {@code API_KEY:API_SECRET}, which reads by the company's own token and answers in the
 * name of {@code settings.user}. A review has one answer; after a lost response it is looked at
 * whether ours stands there.
 */
@ApplicationScoped
class Trustpilot implements ReviewSource, RecheckedSource, AnsweringSource {

  private static final String ADDRESS = "https://api.trustpilot.com";
  private static final String NETWORK = "trustpilot";
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final int PAGE = 100;

  private static final Traits TRAITS =
      new Traits(
          NETWORK,
          "where the last whole reading began",
          OVERLAP,
          Deletion.SWEEP,
          60,
          Duration.ofMinutes(1),
          Duration.ofMinutes(15),
          0,
          Replies.HERE,
          0,
          null,
          new Terms(true, false, null));

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
    return opened.list("units");
  }

  @Override
  public Told reviews(
      Opened opened, String unit, @Nullable String token, Instant bound, Page.Builder page)
      throws Fault, InterruptedException {
    int number = token == null ? 1 : Integer.parseInt(token);
    Answer answer = opened.ask(signed(opened, list(opened, unit, number, PAGE)));
    JsonNode found = answer.json();
    if (!found.path("reviews").isArray()) {
      throw Fault.broken("its answer holds no reviews", answer.body());
    }
    boolean full = found.path("reviews").size() == PAGE;
    return new Told(
        full ? String.valueOf(number + 1) : null,
        put(opened, found.path("reviews"), Trustpilot::review, page));
  }

  private static Ask list(Opened opened, String unit, int page, int most) {
    return Ask.get(
        at(opened, "/business-units/" + Ask.encode(unit) + "/reviews"),
        Map.of(
            "perPage", String.valueOf(most),
            "page", String.valueOf(page),
            "orderBy", "createdat.desc"));
  }

  private static Optional<Review> review(JsonNode one) {
    String id = Nodes.text(one, "/id");
    Optional<Instant> at = Nodes.time(one, "/createdAt");
    if (id == null || id.isBlank() || at.isEmpty()) {
      return Optional.empty();
    }
    String unit = Nodes.text(one, "/businessUnit/id");
    String answer = Nodes.text(one, "/companyReply/text");
    return Optional.of(
        new Review(
            NETWORK,
            id,
            Nodes.text(one, "/consumer/id"),
            Nodes.text(one, "/consumer/displayName"),
            one.path("stars").asInt(0),
            Nodes.textOr(one, "/title", ""),
            Nodes.textOr(one, "/text", ""),
            Nodes.text(one, "/language"),
            at.get(),
            Nodes.time(one, "/updatedAt").filter(changed -> changed.isAfter(at.get())).orElse(null),
            "https://www.trustpilot.com/reviews/" + Ask.encode(id),
            Nodes.count(one, "/numberOfLikes"),
            unit == null || answer == null
                ? null
                : new Review.Answered(
                    unit, answer, Nodes.time(one, "/companyReply/createdAt").orElse(at.get()))));
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
        (id, page) -> put(opened, List.of(found(opened, id)), Trustpilot::review, page),
        id -> places(opened),
        unit -> opened.ask(signed(opened, list(opened, unit, 1, 1))));
  }

  private JsonNode found(Opened opened, String id) throws Fault, InterruptedException {
    return opened.ask(signed(opened, Ask.get(at(opened, "/reviews/" + Ask.encode(id))))).json();
  }

  @Override
  public boolean renew(Opened opened) {
    return tokens.renew(opened);
  }

  @Override
  public boolean mayAnswer(@Nullable String secret) {
    return isPair(secret);
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    Optional<String> user = opened.setting("user");
    if (!isPair(opened.needSecret()) || user.isEmpty()) {
      return new Sent.Refused(
          "to answer, its secret must be API_KEY:API_SECRET and settings.user the id of the user");
    }
    String id = reply.mentionId().substring(NETWORK.length() + 1);
    Sent posted = new Sent.Posted(NETWORK + ":" + Review.reply(id), null);
    if (again) {
      String stands = Nodes.textOr(found(opened, id), "/companyReply/text", "");
      if (stands.strip().equals(reply.text().strip())) {
        return posted;
      }
      if (!stands.isEmpty()) {
        return new Sent.Refused("another answer of ours stands there already");
      }
    }
    byte[] body =
        Json.MAPPER
            .createObjectNode()
            .put("authorBusinessUserId", user.get())
            .put("message", reply.text())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    opened.ask(signed(opened, Ask.json(at(opened, "/reviews/" + Ask.encode(id) + "/reply"), body)));
    return posted;
  }

  /** With a token of our own the private list is read, which tells the same and more. */
  private static URI at(Opened opened, String path) {
    return opened.at(ADDRESS, (isPair(opened.secret()) ? "/v1/private" : "/v1") + path);
  }

  private static boolean isPair(@Nullable String secret) {
    return secret != null && secret.indexOf(':') > 0;
  }

  private Ask signed(Opened opened, Ask ask) throws Fault, InterruptedException {
    String secret = opened.needSecret();
    if (!isPair(secret)) {
      return ask.header("apikey", secret);
    }
    String pair = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    URI server = opened.at(ADDRESS, "/v1/oauth/oauth-business-users-for-applications/accesstoken");
    return ask.bearer(
        tokens.of(
            opened,
            () ->
                AccessTokens.form(server, Map.of("grant_type", "client_credentials"))
                    .header("Authorization", "Basic " + pair)));
  }
}
