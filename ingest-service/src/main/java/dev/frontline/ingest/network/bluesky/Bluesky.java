package dev.frontline.ingest.network.bluesky;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.EnrichingSource;
import dev.frontline.ingest.source.Line;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
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
 * Bluesky by Jetstream's first protocol (github.com/bluesky-social/jetstream): every post comes,
 * and what is not listened for is dropped here. Its cursor is a time, so it holds on any host.
 */
@ApplicationScoped
class Bluesky implements StreamSource, EnrichingSource, AnsweringSource, SearchingSource {

  private static final String JETSTREAM = "wss://jetstream2.us-east.bsky.network";
  private static final Duration OVERLAP = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(60);

  private static final Traits TRAITS =
      new Traits(
          "bluesky",
          "the microsecond of the last event",
          OVERLAP,
          Deletion.EVENT,
          3_000,
          Duration.ofMinutes(5),
          Duration.ofSeconds(1),
          0,
          Replies.HERE,
          300,
          null,
          Terms.FREE);

  private final Sessions sessions = new Sessions();
  private final Profiles profiles = new Profiles();

  @Override
  public String kind() {
    return "bluesky";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Cursor from(Instant moment) {
    return Cursor.START.with(Events.TIME, Events.micros(moment));
  }

  @Override
  public Line line(Opened opened, Cursor cursor) {
    String base = opened.at(JETSTREAM, "/subscribe").toString().replaceFirst("^http", "ws");
    String address = base + "?wantedCollections=app.bsky.feed.post";
    long time = cursor.number(Events.TIME, 0);
    if (time > 0) {
      address += "&cursor=" + (time - OVERLAP.toMillis() * 1000);
    }
    return new Line(URI.create(address), Line.Wire.WEBSOCKET, Map.of(), List.of(), IDLE);
  }

  @Override
  public Page hear(Opened opened, List<String> frames, Cursor cursor) {
    return Events.page(opened, frames, cursor);
  }

  /** Posts come without handle and followers. */
  @Override
  public List<Post> enrich(Opened opened, List<Post> wanted) throws Fault, InterruptedException {
    return profiles.named(opened, wanted);
  }

  @Override
  public Page search(Opened opened, Sought sought) throws Fault, InterruptedException {
    return new Searching(opened, sessions).page(sought);
  }

  @Override
  public boolean renew(Opened opened) {
    sessions.forget(opened);
    return opened.secret() != null;
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    return new Answering(opened, sessions).send(reply);
  }
}
