package dev.frontline.ingest.network.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.fetch.PlainText;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Page;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments and videos as YouTube tells them, as posts. */
final class Comment {

  static final String NETWORK = "youtube";

  /** Ids of videos and of comments come from different purses. */
  static final String VIDEO = "video/";

  private Comment() {}

  /**
   * Puts a thread's first comment, and those answers to it that came with it.
   *
   * @return when the first comment was made; empty where it does not say what it is
   */
  static Optional<Instant> put(JsonNode thread, Instant now, Page.Builder page) {
    JsonNode first = thread.at("/snippet/topLevelComment");
    String video = Nodes.text(thread, "/snippet/videoId");
    long replies = Nodes.count(thread, "/snippet/totalReplyCount");
    putOne(first, video, null, replies, now, page);
    String root = Nodes.text(first, "/id");
    for (JsonNode answer : thread.at("/replies/comments")) {
      putOne(answer, video, root, 0, now, page);
    }
    return Nodes.time(first, "/snippet/publishedAt");
  }

  /**
   * Puts a comment.
   *
   * @param root the id of its thread's first comment; null where it is that
   */
  static void putOne(
      JsonNode comment,
      @Nullable String videoOfThread,
      @Nullable String root,
      long replies,
      Instant now,
      Page.Builder page) {
    String id = Nodes.text(comment, "/id");
    Optional<Instant> at = Nodes.time(comment, "/snippet/publishedAt");
    if (id == null || id.isBlank() || at.isEmpty()) {
      page.unreadable(comment.toString(), "a comment without id or time");
      return;
    }
    String video = Nodes.text(comment, "/snippet/videoId");
    Draft draft =
        new Draft(NETWORK, id)
            .author(author(comment.path("snippet")))
            .text(
                Nodes.textOr(
                    comment,
                    "/snippet/textOriginal",
                    Nodes.textOr(comment, "/snippet/textDisplay", "")))
            .createdAt(at.get(), now)
            .editedAt(
                Nodes.time(comment, "/snippet/updatedAt")
                    .filter(changed -> changed.isAfter(at.get()))
                    .orElse(null))
            .url(url(video == null ? videoOfThread : video, id))
            .inReplyTo(root)
            .threadRoot(root)
            .engagement(
                new Engagement(
                    Nodes.count(comment, "/snippet/likeCount"), 0, replies, 0, 0, null, null));
    page.post(draft.created());
  }

  /** A video that a search found; empty where it does not say what it is. */
  static Optional<Post> video(JsonNode found, Instant now) {
    String id = Nodes.text(found, "/id/videoId");
    String channel = Nodes.text(found, "/snippet/channelId");
    Optional<Instant> at = Nodes.time(found, "/snippet/publishedAt");
    if (id == null || channel == null || at.isEmpty()) {
      return Optional.empty();
    }
    // A search, unlike every other list, tells its words escaped as HTML.
    String words =
        PlainText.of(Nodes.text(found, "/snippet/title"))
            + "\n"
            + PlainText.of(Nodes.text(found, "/snippet/description"));
    return Optional.of(
        new Draft(NETWORK, VIDEO + id)
            .author(
                new Author(
                    channel,
                    null,
                    Nodes.text(found, "/snippet/channelTitle"),
                    null,
                    "https://www.youtube.com/channel/" + channel,
                    null))
            .text(words.strip())
            .createdAt(at.get(), now)
            .url(url(id, null))
            .created());
  }

  static @Nullable String url(@Nullable String video, @Nullable String comment) {
    return video == null
        ? null
        : "https://www.youtube.com/watch?v=" + video + (comment == null ? "" : "&lc=" + comment);
  }

  private static Author author(JsonNode snippet) {
    String name = Nodes.text(snippet, "/authorDisplayName");
    String channel = Nodes.text(snippet, "/authorChannelId/value");
    String handle = name != null && name.startsWith("@") ? name.substring(1) : null;
    return new Author(
        channel == null ? (name == null ? "?" : name) : channel,
        handle,
        name,
        null,
        channel == null ? null : "https://www.youtube.com/channel/" + channel,
        Nodes.text(snippet, "/authorProfileImageUrl"));
  }
}
