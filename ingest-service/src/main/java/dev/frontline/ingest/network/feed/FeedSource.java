package dev.frontline.ingest.network.feed;

import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;

/**
 * RSS, Atom and JSON Feed, by conditional GET (RFC 9110): a server that says that nothing changed
 * sends nothing. A feed that moved for good is followed each time, three redirects at most.
 */
@ApplicationScoped
class FeedSource implements PollSource {

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

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    URI address = URI.create(String.valueOf(opened.source().url()));
    Answer answer =
        opened.ask(
            Ask.get(address)
                .header("If-None-Match", cursor.get(ETAG).orElse(null))
                .header("If-Modified-Since", cursor.get(LAST_MODIFIED).orElse(null)));
    if (answer.unchanged()) {
      return Page.nothing(cursor);
    }
    Page.Builder page = new Page.Builder();
    for (Post post : FeedParser.parse(answer.body(), address.getHost(), opened.now())) {
      page.post(post);
    }
    return page.end(
        Cursor.START
            .with(ETAG, answer.header("etag").orElse(null))
            .with(LAST_MODIFIED, answer.header("last-modified").orElse(null)));
  }
}
