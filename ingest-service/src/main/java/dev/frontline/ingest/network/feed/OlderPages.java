package dev.frontline.ingest.network.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A JSON Feed's older items, by its {@code next_url}, page after page back to a moment. They are
 * read where the source looks back, and only before its first reading is over. An older page that
 * cannot be had ends that, as a gap: what is new matters more.
 */
final class OlderPages {

  /** Read back to this moment. */
  static final String BACK_TO = "backTo";

  /** Where the next older page is. */
  private static final String OLDER = "older";

  private static final String PAGES = "pages";

  /** An archive of ten thousand items, a few hundred a page. */
  private static final int MOST = 40;

  private static final int LONGEST_PARKED = 64 * 1024;

  private OlderPages() {}

  static boolean wait(Cursor cursor) {
    return cursor.get(OLDER).isPresent();
  }

  /**
   * Where to go on after the newest page.
   *
   * @param backTo from the cursor that it was read by
   * @param read what is remembered of it
   */
  static Optional<Cursor> after(
      URI address, byte[] body, List<Post> posts, Instant backTo, Cursor read) throws Fault {
    if (!JsonFeed.isJson(body) || reaches(posts, backTo)) {
      return Optional.empty();
    }
    return next(address, JsonFeed.feed(body))
        .map(url -> read.with(BACK_TO, backTo).with(OLDER, url).with(PAGES, 1));
  }

  static Page read(Opened opened, String host, Cursor cursor) throws Fault, InterruptedException {
    Instant backTo = cursor.time(BACK_TO).orElse(opened.now());
    URI address = URI.create(cursor.get(OLDER).orElseThrow());
    Page.Builder page = new Page.Builder();
    Cursor done = cursor.without(BACK_TO, OLDER, PAGES);
    try {
      Answer answer = opened.ask(Ask.get(address));
      JsonNode feed = JsonFeed.feed(answer.body());
      List<Post> posts = JsonFeed.posts(feed, host, backTo, opened.now());
      posts.forEach(page::post);
      Optional<String> next = reaches(posts, backTo) ? Optional.empty() : next(address, feed);
      long pages = cursor.number(PAGES, 1) + 1;
      if (next.isPresent() && pages > MOST) {
        return page.gap(new Gap(backTo, oldest(posts, opened.now()), "its archive is longer"))
            .end(done);
      }
      return next.isPresent()
          ? page.more(cursor.with(OLDER, next.get()).with(PAGES, pages))
          : page.end(done);
    } catch (Fault e) {
      switch (e.kind()) {
        case BUSY, UNREACHABLE -> throw e;
        default -> {
          return givenUp(e, backTo, opened.now(), page).end(done);
        }
      }
    }
  }

  private static Page.Builder givenUp(Fault fault, Instant backTo, Instant now, Page.Builder page) {
    byte[] body = fault.body();
    if (fault.kind() == Fault.Kind.BROKEN && body.length > 0) {
      int length = Math.min(LONGEST_PARKED, body.length);
      page.unreadable(new String(body, 0, length, StandardCharsets.UTF_8), fault.words());
    }
    return page.gap(new Gap(backTo, now, "an older page cannot be read: " + fault.words()));
  }

  /** The address of the next older page, which is none where it names nothing that can be read. */
  private static Optional<String> next(URI address, JsonNode feed) {
    String url = Nodes.textOr(feed, "/next_url", "").strip();
    try {
      URI next = url.isEmpty() ? address : address.resolve(url);
      boolean web = "https".equals(next.getScheme()) || "http".equals(next.getScheme());
      return web && next.getHost() != null && !next.equals(address)
          ? Optional.of(next.toString())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean reaches(List<Post> posts, Instant backTo) {
    return !oldest(posts, Instant.MAX).isAfter(backTo);
  }

  private static Instant oldest(List<Post> posts, Instant otherwise) {
    return posts.stream()
        .flatMap(post -> post.told().stream())
        .map(Post.Content::createdAt)
        .min(Instant::compareTo)
        .orElse(otherwise);
  }
}
