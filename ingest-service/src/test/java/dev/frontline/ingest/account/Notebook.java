package dev.frontline.ingest.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The smallest source that wants a token: numbered posts, an answer under each. */
final class Notebook implements PollSource, AnsweringSource {

  static final String TABLE =
      """
      - kind: notebook
        title: Notebook
        server: ""
        word:
          help: On its page.
          fields: [{ name: access, label: Token, secret: true }]
        consent:
          help: It asks.
          fields:
            - { name: clientId, label: Client id }
            - { name: clientSecret, label: Client secret, secret: true }
          authorize: "{server}/authorize"
          token: "{server}/token"
          scopes: [read, write]
          pkce: true
        secret: "{access}"
        check:
          address: "{server}/me"
          headers: { Authorization: "Bearer {access}" }
          id: /id
          handle: /login
        posting: [write]
      """;

  private static final Traits TRAITS =
      new Traits(
          "notebook",
          "the last number",
          Duration.ZERO,
          Traits.Deletion.NONE,
          10_000,
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          0,
          Traits.Replies.HERE,
          0,
          null,
          Traits.Terms.FREE);

  @Override
  public String kind() {
    return "notebook";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    long last = cursor.number("last", 0);
    JsonNode posts =
        opened
            .ask(
                Ask.get(opened.at("", "/posts"), Map.of("after", String.valueOf(last)))
                    .bearer(opened.needSecret()))
            .json();
    Page.Builder page = new Page.Builder();
    for (JsonNode post : posts) {
      last = post.path("n").asLong();
      page.post(
          new Draft("notebook", String.valueOf(last))
              .author(new Author("jo", "jo", null, null, null, null))
              .text(post.path("text").asText())
              .createdAt(Instant.parse(post.path("at").asText()), opened.now())
              .created());
    }
    return page.end(cursor.with("last", last));
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    JsonNode made =
        opened
            .ask(
                Ask.json(opened.at("", "/answers"), reply.text().getBytes())
                    .bearer(opened.needSecret()))
            .json();
    return new Sent.Posted("notebook:" + made.path("id").asText(), null);
  }
}
