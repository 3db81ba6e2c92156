package dev.frontline.local.demo.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.MentionKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that stands on the network, kept in two growing files so that a restart shows the same. */
public final class NetworkBook {

  private final AppendedLines postLines;
  private final AppendedLines replyLines;
  private final Map<String, Post> posts = new LinkedHashMap<>();
  private final Map<String, Reply> replies = new LinkedHashMap<>();
  private long changes;

  /**
   * @param folder where the two files are, made when the first line is written
   */
  public NetworkBook(Path folder) {
    postLines = new AppendedLines(folder.resolve("posts.jsonl"));
    replyLines = new AppendedLines(folder.resolve("replies.jsonl"));
    postLines.read().forEach(this::apply);
    for (JsonNode line : replyLines.read()) {
      Reply reply = Json.MAPPER.convertValue(line, Reply.class);
      replies.put(reply.replyId(), reply);
    }
  }

  /** What became of an answer that was brought. */
  public sealed interface Taken {
    /** It stands there now. */
    record Posted(String id, String key) implements Taken {}

    /** It stood there already, brought under the same key before. */
    record Already(String id, String key) implements Taken {}

    /** The network does not take it; {@code why} in words. */
    record Refused(String why) implements Taken {}
  }

  /**
   * Posts were written, edited or deleted; what stands there already changes nothing.
   *
   * @param posts webhook {@code data} objects with their {@code type}: {@code mention.created},
   *     {@code mention.updated} or {@code mention.deleted}
   */
  public synchronized void publish(List<ObjectNode> posts) {
    List<ObjectNode> news = posts.stream().filter(this::apply).toList();
    postLines.append(news);
    changes += news.size();
  }

  /** Puts an answer under its post, once for each {@code replyId}. */
  public synchronized Taken answer(Reply reply) {
    String key = MentionKey.of(reply.mentionId());
    if (replies.containsKey(reply.replyId())) {
      return new Taken.Already(reply.networkId(), key);
    }
    Post post = posts.get(reply.mentionId());
    if (post != null && post.deleted()) {
      return new Taken.Refused("the post was deleted by its author");
    }
    replyLines.append(List.of(reply));
    replies.put(reply.replyId(), reply);
    changes++;
    return new Taken.Posted(reply.networkId(), key);
  }

  /** Whether the company answered this post. */
  public synchronized boolean isAnswered(String mentionId) {
    return replies.values().stream().anyMatch(r -> r.mentionId().equals(mentionId));
  }

  /** Posts that start a conversation, and posts from elsewhere that have answers, newest first. */
  synchronized List<Post> front(int limit) {
    List<Post> found = new ArrayList<>(posts.values());
    replies.values().stream()
        .map(Reply::mentionId)
        .distinct()
        .filter(id -> !posts.containsKey(id))
        .forEach(id -> found.add(Post.elsewhere(id)));
    Map<String, Instant> last = lastActivity();
    return found.stream()
        .filter(p -> p.inReplyTo() == null || !posts.containsKey(p.inReplyTo()))
        .sorted(
            Comparator.comparing((Post p) -> last.getOrDefault(p.id(), Instant.EPOCH)).reversed())
        .limit(limit)
        .toList();
  }

  synchronized Optional<Post> byKey(String key) {
    return posts.values().stream()
        .filter(p -> p.key().equals(key))
        .findFirst()
        .or(
            () ->
                replies.values().stream()
                    .map(Reply::mentionId)
                    .filter(id -> MentionKey.of(id).equals(key))
                    .findFirst()
                    .map(Post::elsewhere));
  }

  synchronized Optional<Post> parentOf(Post post) {
    return Optional.ofNullable(post.inReplyTo()).map(posts::get);
  }

  synchronized List<Post> answersOfPeople(Post post) {
    return posts.values().stream().filter(p -> post.id().equals(p.inReplyTo())).toList();
  }

  synchronized List<Reply> answersOfCompany(Post post) {
    return replies.values().stream().filter(r -> r.mentionId().equals(post.id())).toList();
  }

  /**
   * Grows with everything that is written, edited, deleted or answered; what it is says nothing.
   */
  synchronized long changes() {
    return changes;
  }

  /** When somebody last wrote in the conversation that each post starts. */
  private Map<String, Instant> lastActivity() {
    Map<String, Instant> last = new HashMap<>();
    posts.values().forEach(p -> last.put(p.id(), p.at() == null ? Instant.EPOCH : p.at()));
    for (Reply reply : replies.values()) {
      if (reply.at() != null) {
        last.merge(reply.mentionId(), reply.at(), NetworkBook::later);
      }
    }
    List<Post> backwards = new ArrayList<>(posts.values());
    Collections.reverse(backwards);
    for (Post post : backwards) {
      Instant at = last.get(post.id());
      if (post.inReplyTo() != null && at != null) {
        last.merge(post.inReplyTo(), at, NetworkBook::later);
      }
    }
    return last;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean apply(JsonNode line) {
    String id = line.path("id").asText();
    Post old = posts.get(id);
    switch (line.path("type").asText()) {
      case "mention.deleted" -> {
        if (old == null || old.deleted()) {
          return false;
        }
        posts.put(id, read(line, old, true, old.edited()));
      }
      case "mention.updated" -> posts.put(id, read(line, old, false, true));
      default -> {
        if (old != null) {
          return false;
        }
        posts.put(id, read(line, null, false, false));
      }
    }
    return true;
  }

  private static Post read(JsonNode line, @Nullable Post old, boolean deleted, boolean edited) {
    return new Post(
        line.path("id").asText(),
        line.path("network").asText(),
        deleted ? null : author(line.path("author")),
        deleted ? "" : line.path("text").asText(),
        line.path("lang").asText(null),
        old != null && old.at() != null ? old.at() : Instant.parse(line.path("createdAt").asText()),
        edited,
        deleted,
        line.path("inReplyTo").asText(null),
        line.path("engagement").path("likes").asLong(),
        line.path("engagement").path("reposts").asLong());
  }

  private static @Nullable Author author(JsonNode node) {
    try {
      return Json.MAPPER.treeToValue(node, Author.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
