package dev.frontline.ingest.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.post.PostReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** RSS and Atom to posts: markup stripped, one post an entry, known again by its guid or link. */
final class FeedParser {

  private static final String NETWORK = "feed";

  private FeedParser() {}

  /**
   * @param now stands in where an entry tells no time
   * @throws IOException where it is no feed
   */
  static List<Post> parse(byte[] body, String host, Instant now) throws IOException {
    SyndFeed feed;
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body))) {
      SyndFeedInput input = new SyndFeedInput();
      input.setAllowDoctypes(false);
      feed = input.build(reader);
    } catch (FeedException | IllegalArgumentException e) {
      throw new IOException("it is no RSS or Atom feed: " + e.getMessage(), e);
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
    return new Post.Content(
        NETWORK + ":" + guid,
        NETWORK,
        new Author(host + "/" + name, name, name, null, null, null),
        text(entry),
        null,
        time(entry, now),
        changed(entry, now),
        entry.getLink(),
        null,
        null,
        null,
        List.of(),
        Engagement.NONE);
  }

  private static String text(SyndEntry entry) {
    String title = plain(entry.getTitle());
    String body = plain(value(entry.getDescription()));
    if (body.isEmpty() && !entry.getContents().isEmpty()) {
      body = plain(value(entry.getContents().get(0)));
    }
    String text = body.isEmpty() || body.startsWith(title) ? title : title + "\n" + body;
    text = text.isEmpty() ? body : text;
    return text.length() > PostReader.LONGEST_TEXT
        ? text.substring(0, PostReader.LONGEST_TEXT)
        : text;
  }

  private static @Nullable String value(@Nullable SyndContent content) {
    return content == null ? null : content.getValue();
  }

  private static String plain(@Nullable String html) {
    return html == null ? "" : Jsoup.parse(html).text().trim();
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
