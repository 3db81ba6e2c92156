package dev.frontline.ingest.network.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is behind a DID: handle, name, followers ({@code app.bsky.actor.getProfiles}). */
final class Profiles {

  private static final String APP_VIEW = "https://public.api.bsky.app";
  private static final int TOGETHER = 25;
  private static final int REMEMBERED = 5_000;

  private final Map<String, Author> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Author> eldest) {
              return size() > REMEMBERED;
            }
          });

  List<Post> named(Opened opened, List<Post> posts) throws Fault, InterruptedException {
    List<String> unknown =
        posts.stream()
            .flatMap(post -> post.told().stream())
            .map(content -> content.author().id())
            .filter(did -> !known.containsKey(did))
            .distinct()
            .toList();
    for (int from = 0; from < unknown.size(); from += TOGETHER) {
      ask(opened, unknown.subList(from, Math.min(unknown.size(), from + TOGETHER)));
    }
    List<Post> named = new ArrayList<>(posts.size());
    posts.forEach(post -> named.add(named(post)));
    return named;
  }

  private void ask(Opened opened, List<String> dids) throws Fault, InterruptedException {
    String query =
        dids.stream().map(did -> "actors=" + Ask.encode(did)).collect(Collectors.joining("&"));
    URI address = URI.create(appView(opened) + "/xrpc/app.bsky.actor.getProfiles?" + query);
    for (JsonNode profile : opened.ask(Ask.get(address)).json().path("profiles")) {
      String did = Nodes.textOr(profile, "/did", "");
      String name = Nodes.textOr(profile, "/displayName", "");
      known.put(
          did,
          new Author(
              did.isEmpty() ? "?" : did,
              Nodes.text(profile, "/handle"),
              name.isEmpty() ? null : name,
              Nodes.countOrNull(profile, "/followersCount"),
              "https://bsky.app/profile/" + did,
              Nodes.text(profile, "/avatar")));
    }
  }

  static String appView(Opened opened) {
    return opened.setting("appview", APP_VIEW);
  }

  private Post named(Post post) {
    if (post instanceof Post.Created created) {
      return new Post.Created(named(created.content()));
    }
    return post instanceof Post.Updated updated
        ? new Post.Updated(named(updated.content()), updated.at())
        : post;
  }

  private Post.Content named(Post.Content c) {
    Author author = known.getOrDefault(c.author().id(), c.author());
    return new Post.Content(
        c.id(),
        c.network(),
        author,
        c.text(),
        c.lang(),
        c.createdAt(),
        c.editedAt(),
        c.url(),
        c.inReplyTo(),
        c.threadRoot(),
        c.repostOf(),
        c.media(),
        c.engagement());
  }
}
