package dev.frontline.ingest.network.feed;

import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * RSS, Atom and JSON Feed, by conditional GET (RFC 9110): a server that says that nothing changed
 * sends nothing. A feed that moved for good is followed each time, three redirects at most. Where
 * it has a hub, the hub tells what is new ({@link WebSub}).
 */
@ApplicationScoped
class FeedSource implements PollSource, PushSource {

  private static final String ETAG = "etag";
  private static final String LAST_MODIFIED = "lastModified";

  private static final Traits TRAITS =
      new Traits(
          "feed",
          "ETag and Last-Modified of the version that was read last",
          Duration.ZERO,
          Deletion.NONE,
          60,
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          0,
          Replies.NEVER,
          0,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "feed";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  /** Conditions left out: all of it is wanted, and what is older where it is a JSON Feed. */
  @Override
  public Cursor from(Instant moment) {
    return Cursor.START.with(OlderPages.BACK_TO, moment);
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    URI address = URI.create(String.valueOf(opened.source().url()));
    if (OlderPages.wait(cursor)) {
      return OlderPages.read(opened, address.getHost(), cursor);
    }
    Answer answer =
        opened.ask(
            Ask.get(address)
                .header("If-None-Match", cursor.get(ETAG).orElse(null))
                .header("If-Modified-Since", cursor.get(LAST_MODIFIED).orElse(null)));
    WebSub.keep(opened, answer);
    Page.Builder page = new Page.Builder();
    Optional<Cursor> older = Optional.empty();
    Cursor read = cursor;
    if (!answer.unchanged()) {
      List<Post> posts = FeedParser.parse(answer.body(), address.getHost(), opened.now());
      posts.forEach(page::post);
      read =
          Cursor.START
              .with(ETAG, answer.header("etag").orElse(null))
              .with(LAST_MODIFIED, answer.header("last-modified").orElse(null));
      Optional<Instant> backTo = cursor.time(OlderPages.BACK_TO);
      older =
          backTo.isEmpty()
              ? Optional.empty()
              : OlderPages.after(address, answer.body(), posts, backTo.get(), read);
    }
    if (older.isPresent()) {
      return page.more(older.get());
    }
    if (WebSub.told(opened)) {
      page.pause(WebSub.WHILE_TOLD);
    }
    return page.end(read);
  }

  @Override
  public boolean genuine(Opened opened, Delivery delivery) {
    return WebSub.genuine(opened, delivery);
  }

  @Override
  public Optional<String> greet(Opened opened, Delivery question) {
    return WebSub.greet(opened, question);
  }

  /** A hub sends the feed, or what is new of it. */
  @Override
  public Page take(Opened opened, Delivery delivery) throws Fault {
    String host = URI.create(String.valueOf(opened.source().url())).getHost();
    Page.Builder page = new Page.Builder();
    FeedParser.parse(delivery.body(), host, opened.now()).forEach(page::post);
    return page.end(Cursor.START);
  }
}
