package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Signatures;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Meta's networks share (developers.facebook.com, webhooks of the Graph): the handshake, the
 * signature over the raw body, deliveries of up to a thousand changes, answers by the Graph. A
 * source's secret is {@code APP_SECRET} or {@code APP_SECRET:PAGE_TOKEN}, the second to answer, and
 * with {@code settings.account} to read every hour what the network should have told.
 */
abstract class MetaSource implements PushSource, RecheckedSource, AnsweringSource {

  /** Zones are told without a colon. */
  private static final Pattern ZONE = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

  private static final int TOGETHER = 10;

  private final String network;
  private final String field;
  private final String below;
  private final Traits traits;

  /**
   * @param network the kind, and the prefix of ids
   * @param field of which changes are read
   * @param below where answers to a post are made, below its id
   */
  MetaSource(String network, String field, String below, Deletion deletion) {
    this.network = network;
    this.field = field;
    this.below = below;
    this.traits =
        new Traits(
            network,
            "none: the network calls for 36 hours; since when it was reconciled",
            Duration.ZERO,
            deletion,
            200,
            Duration.ofHours(1),
            Duration.ofHours(1),
            0,
            Replies.HERE,
            8_000,
            null,
            Terms.FREE);
  }

  /**
   * Puts one change on the page.
   *
   * @param at when the network told it
   */
  abstract void put(Opened opened, JsonNode value, Instant at, Page.Builder page);

  /** Where the account's posts are listed. */
  abstract String edge();

  /** What is asked of each of them, its newest comments included. */
  abstract String fields();

  /** What is asked of each comment. */
  abstract String commentFields();

  /** Puts a listed post on the page, where it is one that the network would tell. */
  abstract void found(Opened opened, JsonNode post, Page.Builder page);

  /** A listed comment in the words in which the network tells one. */
  abstract JsonNode told(JsonNode post, JsonNode comment);

  /** When what is listed was made. */
  Optional<Instant> madeAt(JsonNode listed) {
    return time(listed);
  }

  static Optional<Instant> time(JsonNode listed) {
    String time = Nodes.textOr(listed, "/created_time", Nodes.textOr(listed, "/timestamp", ""));
    try {
      return Optional.of(
          OffsetDateTime.parse(ZONE.matcher(time).replaceFirst("$1:$2")).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean polls(Opened opened) {
    return opened.setting("account").isPresent() && Graph.token(opened).isPresent();
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    return new Reconciling(this, opened).read(cursor);
  }

  @Override
  public int mostRechecked() {
    return TOGETHER;
  }

  /** Asked only after a reading, which would have failed if the token may read no longer. */
  @Override
  public Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    Page.Builder page = new Page.Builder();
    for (String id : mentionIds) {
      try {
        look(opened, id);
      } catch (Fault e) {
        if (e.kind() != Fault.Kind.MISSING) {
          throw e;
        }
        page.post(new Post.Deleted(id, opened.now()));
      }
    }
    return page.end(Cursor.START);
  }

  /** Asks whether the post is there still. */
  void look(Opened opened, String mentionId) throws Fault, InterruptedException {
    Graph.get(opened, "/" + mentionId.substring(network.length() + 1), Map.of("fields", "id"));
  }

  @Override
  public String kind() {
    return network;
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public boolean genuine(Opened opened, Delivery delivery) {
    return Signatures.holds(
        delivery.header("x-hub-signature-256"), Graph.appSecret(opened), delivery.body());
  }

  /** {@code hub.challenge}, to whoever knows our verify token. */
  @Override
  public Optional<String> greet(Opened opened, Delivery question) {
    String expected = opened.setting("verifyToken", "");
    String told = question.query().getOrDefault("hub.verify_token", "");
    boolean ours =
        !expected.isEmpty()
            && "subscribe".equals(question.query().get("hub.mode"))
            && Signatures.same(told, expected);
    return ours ? Optional.ofNullable(question.query().get("hub.challenge")) : Optional.empty();
  }

  @Override
  public Page take(Opened opened, Delivery delivery) throws Fault {
    Page.Builder page = new Page.Builder();
    for (JsonNode entry : delivery.json().path("entry")) {
      Instant at = Nodes.epoch(entry, "/time").orElse(opened.now());
      for (JsonNode change : entry.path("changes")) {
        if (Nodes.textOr(change, "/field", "").equals(field)) {
          put(opened, change.path("value"), at, page);
        }
      }
    }
    return page.end(Cursor.START);
  }

  /** The Graph takes no idempotency key. */
  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    if (again) {
      return new Sent.Unknown(network + " knows no key by which a second try would be the first");
    }
    return post(opened, reply);
  }

  Sent post(Opened opened, ReplyRequested reply) throws Fault, InterruptedException {
    String id = reply.mentionId().substring(network.length() + 1);
    return Graph.post(opened, network, "/" + id + "/" + below, reply.text(), Map.of());
  }
}
