package dev.frontline.ingest.network.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Sought;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Searches for posts ({@code app.bsky.feed.searchPosts}): in the account's name where one is
 * connected, else at the app view, which may let nobody search who is not signed in. Its operators
 * want it to serve people alone, so nothing that listens uses it.
 */
final class Searching {

  private static final String METHOD = "app.bsky.feed.searchPosts";
  private static final int MOST = 100;

  private final Opened opened;
  private final Sessions sessions;

  Searching(Opened opened, Sessions sessions) {
    this.opened = opened;
    this.sessions = sessions;
  }

  Page page(Sought sought) throws Fault, InterruptedException {
    Map<String, String> query =
        Map.of(
            "q",
            sought.quoted(),
            "sort",
            "latest",
            "since",
            sought.since().toString(),
            "limit",
            String.valueOf(Math.min(MOST, sought.most())));
    boolean account = opened.secret() != null && opened.setting("handle").isPresent();
    Answer answer = account ? signedIn(query) : asNobody(query);
    JsonNode posts = answer.json().path("posts");
    if (!posts.isArray()) {
      throw Fault.broken("its answer holds no posts", answer.body());
    }
    Page.Builder page = new Page.Builder();
    posts.forEach(post -> put(post, page));
    return page.end(Cursor.START);
  }

  private Answer signedIn(Map<String, String> query) throws Fault, InterruptedException {
    try {
      return ask(query);
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.SIGNED_OUT && !e.words().contains("ExpiredToken")) {
        throw e;
      }
      sessions.forget(opened);
      return again(query);
    }
  }

  private Answer again(Map<String, String> query) throws Fault, InterruptedException {
    try {
      return ask(query);
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.SIGNED_OUT) {
        throw new Fault(
            e.kind(), "Bluesky does not let the connected account in: connect it again", e);
      }
      throw e;
    }
  }

  private Answer ask(Map<String, String> query) throws Fault, InterruptedException {
    String token = sessions.of(opened).token();
    return opened.ask(Ask.get(Sessions.at(opened, METHOD), query).bearer(token));
  }

  private Answer asNobody(Map<String, String> query) throws Fault, InterruptedException {
    try {
      return opened.ask(Ask.get(URI.create(Profiles.appView(opened) + "/xrpc/" + METHOD), query));
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.FORBIDDEN || e.kind() == Fault.Kind.SIGNED_OUT) {
        throw new Fault(e.kind(), "Bluesky lets only accounts search here: connect one", e);
      }
      throw e;
    }
  }

  private void put(JsonNode post, Page.Builder page) {
    String uri = Nodes.textOr(post, "/uri", "");
    String did = Nodes.textOr(post, "/author/did", "");
    if (did.isEmpty() || !uri.startsWith("at://")) {
      page.unreadable(post.toString(), "a post without uri or author");
      return;
    }
    String name = Nodes.textOr(post, "/author/displayName", "");
    Author author =
        new Author(
            did,
            Nodes.text(post, "/author/handle"),
            name.isEmpty() ? null : name,
            null,
            Events.PROFILE + did,
            Nodes.text(post, "/author/avatar"));
    Instant heard = Nodes.time(post, "/indexedAt").orElse(opened.now());
    page.post(new Post.Created(Events.content(post.path("record"), author, uri, heard)));
  }
}
