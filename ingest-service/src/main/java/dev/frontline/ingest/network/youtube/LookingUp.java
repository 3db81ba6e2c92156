package dev.frontline.ingest.network.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks for what is below a thread and for what became of comments: fifty ids cost one unit. A
 * thread comes back with its latest answers, so an old one that goes on is heard, too.
 */
final class LookingUp {

  static final int MOST = 50;
  private static final String PREFIX = Comment.NETWORK + ":";
  private static final int MOST_PAGES = 10;

  private final Api api;

  LookingUp(Api api) {
    this.api = api;
  }

  /** Puts a thread with all of its answers, of which it brings only some. */
  void put(Opened opened, JsonNode thread, Page.Builder page) throws Fault, InterruptedException {
    Comment.put(thread, opened.now(), page);
    String root = Nodes.text(thread, "/snippet/topLevelComment/id");
    int told = thread.at("/replies/comments").size();
    if (root == null || Nodes.count(thread, "/snippet/totalReplyCount") <= told) {
      return;
    }
    String video = Nodes.text(thread, "/snippet/videoId");
    String token = "";
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      JsonNode answers = api.list(opened, "/comments", below(root, token));
      for (JsonNode answer : answers.path("items")) {
        Comment.putOne(answer, video, root, 0, opened.now(), page);
      }
      token = Nodes.textOr(answers, "/nextPageToken", "");
      if (token.isEmpty()) {
        return;
      }
    }
  }

  static Map<String, String> below(String root, String token) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("part", "snippet");
    query.put("parentId", root);
    query.put("maxResults", "100");
    query.put("textFormat", "plainText");
    query.put("pageToken", token);
    return query;
  }

  Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    Page.Builder page = new Page.Builder();
    Set<String> videos = new LinkedHashSet<>();
    Set<String> threads = new LinkedHashSet<>();
    Set<String> comments = new LinkedHashSet<>();
    for (String mention : mentionIds) {
      String id = mention.substring(PREFIX.length());
      if (id.startsWith(Comment.VIDEO)) {
        videos.add(id.substring(Comment.VIDEO.length()));
      } else if (id.contains(".")) {
        comments.add(id);
      } else {
        threads.add(id);
      }
    }
    gone(missing(opened, "/videos", "id", videos), Comment.VIDEO, opened.now(), page);
    Set<String> left = new LinkedHashSet<>(threads);
    if (!threads.isEmpty()) {
      for (JsonNode thread : found(opened, "/commentThreads", "snippet,replies", threads)) {
        left.remove(Nodes.textOr(thread, "/id", ""));
        put(opened, thread, page);
      }
    }
    // A thread is gone only where the other list does not know its comment either.
    comments.addAll(left);
    for (JsonNode comment : found(opened, "/comments", "snippet", comments)) {
      String id = Nodes.textOr(comment, "/id", "");
      if (comments.remove(id) && id.contains(".")) {
        String root = Nodes.textOr(comment, "/snippet/parentId", id.substring(0, id.indexOf('.')));
        Comment.putOne(comment, null, root, 0, opened.now(), page);
      }
    }
    gone(comments, "", opened.now(), page);
    return page.end(Cursor.START);
  }

  private Set<String> missing(Opened opened, String path, String part, Set<String> ids)
      throws Fault, InterruptedException {
    Set<String> missing = new LinkedHashSet<>(ids);
    for (JsonNode item : found(opened, path, part, ids)) {
      missing.remove(Nodes.textOr(item, "/id", ""));
    }
    return missing;
  }

  private List<JsonNode> found(Opened opened, String path, String part, Collection<String> ids)
      throws Fault, InterruptedException {
    List<JsonNode> found = new ArrayList<>();
    if (!ids.isEmpty()) {
      JsonNode told =
          api.list(
              opened,
              path,
              Map.of("part", part, "id", String.join(",", ids), "textFormat", "plainText"));
      if (!told.path("items").isArray()) {
        throw new Fault(Fault.Kind.UNREACHABLE, "its answer to a list of ids holds no items");
      }
      told.path("items").forEach(found::add);
    }
    return found;
  }

  private static void gone(Set<String> ids, String kind, Instant now, Page.Builder page) {
    ids.forEach(id -> page.post(new Post.Deleted(PREFIX + kind + id, now)));
  }
}
