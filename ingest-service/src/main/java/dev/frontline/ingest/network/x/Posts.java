package dev.frontline.ingest.network.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Posts as X writes them. An edit has an id of its own; the first of its history names the post.
 */
final class Posts {

  private static final String SITE = "https://x.com/";

  private Posts() {}

  /** What is asked for with each post; authors cost twice as much as what they wrote. */
  static Map<String, String> fields(Opened opened) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(
        "tweet.fields",
        "created_at,lang,conversation_id,referenced_tweets,public_metrics,edit_history_tweet_ids,"
            + "attachments,note_tweet,author_id");
    fields.put(
        "expansions",
        withAuthors(opened) ? "author_id,attachments.media_keys" : "attachments.media_keys");
    fields.put("media.fields", "url,preview_image_url,type,alt_text");
    if (withAuthors(opened)) {
      fields.put("user.fields", "username,name,public_metrics,profile_image_url");
    }
    return fields;
  }

  private static boolean withAuthors(Opened opened) {
    return opened.setting("authors", "true").equals("true");
  }

  /** The most that one post costs. */
  static long most(Opened opened) {
    return withAuthors(opened) ? X.POST_READ + X.USER_READ : X.POST_READ;
  }

  /** What an answer cost: posts that were told before are free, authors are counted once each. */
  static long cost(Opened opened, JsonNode found) {
    Set<String> ids = new HashSet<>();
    for (JsonNode post : all(found)) {
      ids.add("x:" + id(post));
    }
    int known = opened.memory().known(ids).size();
    int users = known == ids.size() ? 0 : found.at("/includes/users").size();
    return (ids.size() - known) * X.POST_READ + users * X.USER_READ;
  }

  /** Puts on the page what an answer, or a frame of the stream, holds. */
  static void put(Opened opened, JsonNode found, Page.Builder page) {
    for (JsonNode post : all(found)) {
      String id = id(post);
      String author = Nodes.text(post, "/author_id");
      if (!Ids.are(id) || author == null) {
        page.unreadable(post.toString(), "a post without id or author");
      } else {
        page.post(draft(post, id, author, found.path("includes"), opened.now()).created());
      }
    }
  }

  private static List<JsonNode> all(JsonNode found) {
    List<JsonNode> posts = new ArrayList<>();
    JsonNode data = found.path("data");
    if (data.isArray()) {
      data.forEach(posts::add);
    } else if (data.isObject()) {
      posts.add(data);
    }
    return posts;
  }

  private static String id(JsonNode post) {
    return Nodes.textOr(post, "/edit_history_tweet_ids/0", Nodes.textOr(post, "/id", ""));
  }

  private static Draft draft(
      JsonNode post, String id, String author, JsonNode includes, Instant now) {
    String version = Nodes.textOr(post, "/id", id);
    String root = Nodes.text(post, "/conversation_id");
    JsonNode user = named(includes.path("users"), "id", author);
    String handle = Nodes.text(user, "/username");
    Draft draft =
        new Draft("x", id)
            .author(author(author, handle, user))
            .text(plain(Nodes.textOr(post, "/note_tweet/text", Nodes.textOr(post, "/text", ""))))
            .lang(lang(Nodes.text(post, "/lang")))
            .createdAt(Ids.time(id), now)
            .editedAt(version.equals(id) || !Ids.are(version) ? null : Ids.time(version))
            .url(SITE + (handle == null ? "i" : handle) + "/status/" + version)
            .inReplyTo(referenced(post, "replied_to"))
            .threadRoot(id.equals(root) ? null : root)
            .repostOf(referenced(post, "retweeted"))
            .engagement(
                new Engagement(
                    Nodes.count(post, "/public_metrics/like_count"),
                    Nodes.count(post, "/public_metrics/retweet_count"),
                    Nodes.count(post, "/public_metrics/reply_count"),
                    Nodes.count(post, "/public_metrics/quote_count"),
                    Nodes.count(post, "/public_metrics/impression_count"),
                    null,
                    null));
    for (JsonNode key : post.at("/attachments/media_keys")) {
      JsonNode media = named(includes.path("media"), "media_key", key.asText());
      draft.media(
          Nodes.textOr(media, "/type", "").equals("photo") ? "image" : "video",
          Nodes.textOr(media, "/url", Nodes.textOr(media, "/preview_image_url", "")),
          Nodes.text(media, "/alt_text"));
    }
    return draft;
  }

  private static Author author(String id, @Nullable String handle, JsonNode user) {
    return new Author(
        id,
        handle,
        Nodes.text(user, "/name"),
        Nodes.countOrNull(user, "/public_metrics/followers_count"),
        handle == null ? null : SITE + handle,
        Nodes.text(user, "/profile_image_url"));
  }

  private static JsonNode named(JsonNode all, String field, String value) {
    for (JsonNode one : all) {
      if (value.equals(one.path(field).asText())) {
        return one;
      }
    }
    return all.path("none");
  }

  private static @Nullable String referenced(JsonNode post, String type) {
    for (JsonNode one : post.path("referenced_tweets")) {
      if (type.equals(one.path("type").asText())) {
        return Nodes.text(one, "/id");
      }
    }
    return null;
  }

  /** X writes three characters as HTML does, and nothing else. */
  private static String plain(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Its own marks for "no words" and "not known" are no languages. */
  private static @Nullable String lang(@Nullable String told) {
    return told == null || told.equals("und") || told.startsWith("q") || told.equals("zxx")
        ? null
        : told;
  }
}
