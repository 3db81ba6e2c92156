package dev.frontline.ingest.network.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.PlainText;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RSS, Atom and JSON Feed to posts: markup stripped, one post an entry, known again by its guid or
 * link.
 */
final class FeedParser {

  private static final String NETWORK = "feed";

  private FeedParser() {}

  /**
   * @param now stands in where an entry tells no time
   * @throws Fault of kind BROKEN where it is no feed
   */
  static List<Post> parse(byte[] body, String host, Instant now) throws Fault {
    if (JsonFeed.isJson(body)) {
      return JsonFeed.parse(body, host, now);
    }
    SyndFeed feed;
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body))) {
      SyndFeedInput input = new SyndFeedInput();
      input.setAllowDoctypes(false);
      feed = input.build(reader);
    } catch (FeedException | IllegalArgumentException | IOException e) {
      throw Fault.broken("it is no RSS or Atom feed: " + e.getMessage(), body);
    }
    List<Post> posts = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      String guid = entry.getUri() != null ? entry.getUri() : entry.getLink();
      if (guid != null && !guid.isBlank()) {
        posts.add(new Post.Created(content(entry, guid.trim(), host, now)));
      }
    }
    return posts;
  }

  private static Post.Content content(SyndEntry entry, String guid, String host, Instant now) {
    String author = entry.getAuthor() == null ? "" : entry.getAuthor().trim();
    String name = author.isEmpty() ? host : author;
    return new Draft(NETWORK, guid)
        .author(new Author(host + "/" + name, name, name, null, null, null))
        .text(text(entry))
        .url(entry.getLink())
        .createdAt(time(entry, now), now)
        .editedAt(changed(entry, now))
        .content();
  }

  private static String text(SyndEntry entry) {
    String title = plain(entry.getTitle());
    String body = plain(value(entry.getDescription()));
    if (body.isEmpty() && !entry.getContents().isEmpty()) {
      body = plain(value(entry.getContents().get(0)));
    }
    String text = body.isEmpty() || body.startsWith(title) ? title : title + "\n" + body;
    return text.isEmpty() ? body : text;
  }

  private static @Nullable String value(@Nullable SyndContent content) {
    return content == null ? null : content.getValue();
  }

  private static String plain(@Nullable String html) {
    return PlainText.of(html);
  }

  private static @Nullable Instant changed(SyndEntry entry, Instant now) {
    Date published = entry.getPublishedDate();
    Date updated = entry.getUpdatedDate();
    return published == null
            || updated == null
            || !updated.after(published)
            || updated.toInstant().isAfter(now)
        ? null
        : updated.toInstant();
  }

  private static Instant time(SyndEntry entry, Instant now) {
    Date date =
        entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
    return date == null || date.toInstant().isAfter(now) ? now : date.toInstant();
  }
}
