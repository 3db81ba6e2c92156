package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Line;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.SearchingSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Sought;
import dev.frontline.ingest.source.StreamSource;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Mastodon's interface (docs.joinmastodon.org). Tags are polled; with a token and {@code stream:
 * true} they are streamed over one WebSocket, which cannot replay: what was missed is paged through
 * first. The stream tells deletions; where it is polled, posts are looked up again.
 */
@ApplicationScoped
class Mastodon implements RecheckedSource, StreamSource, AnsweringSource, SearchingSource {

  /** The server sends a sign of life every 15 s. */
  private static final Duration IDLE = Duration.ofSeconds(45);

  private static final Traits TRAITS =
      new Traits(
          "mastodon",
          "the newest status id a tag",
          Timelines.OVERLAP,
          Deletion.EVENT,
          300,
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          0,
          Replies.HERE,
          500,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "mastodon";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public boolean streams(Opened opened) {
    return opened.setting("stream", "false").equals("true") && opened.secret() != null;
  }

  @Override
  public Cursor from(Instant moment) {
    return Cursor.START.with(Timelines.BACK_TO, moment);
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    return Timelines.page(opened, cursor);
  }

  @Override
  public Page search(Opened opened, Sought sought) throws Fault, InterruptedException {
    return Searching.page(opened, sought);
  }

  @Override
  public int mostRechecked() {
    return Lookups.TOGETHER;
  }

  @Override
  public Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    return Lookups.page(opened, mentionIds);
  }

  @Override
  public Line line(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    JsonNode instance = opened.ask(Ask.get(opened.at("", "/api/v2/instance"))).json();
    String host = Nodes.textOr(instance, "/configuration/urls/streaming", "");
    URI address = host.isBlank() ? opened.at("", "") : URI.create(host);
    String socket = address.toString().replaceFirst("^http", "ws") + "/api/v1/streaming";
    return new Line(
        URI.create(socket),
        Line.Wire.WEBSOCKET,
        Map.of("Authorization", "Bearer " + opened.needSecret()),
        StreamEvents.subscriptions(Timelines.tags(opened)),
        IDLE);
  }

  @Override
  public Page hear(Opened opened, List<String> frames, Cursor cursor) {
    return StreamEvents.page(opened, frames, cursor);
  }

  @Override
  public Page catchUp(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    return Timelines.page(opened, cursor);
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    return new Answering(opened).send(reply, again);
  }
}
