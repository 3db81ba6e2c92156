package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody named the account on Instagram, in a caption or in a comment, below a post that is not
 * its own. The network calls with ids alone, and lets what they name be read, answered and looked
 * up again through the named account only.
 *
 * @param account that was named
 * @param media the post's id
 * @param comment the comment's id; empty where the caption names it
 */
record InstagramMention(String account, String media, String comment) {

  static final String FIELD = "mentions";

  private static final String COMMENT = "mentioned_comment";
  private static final String MEDIA = "mentioned_media";

  /** From a change that the network told; empty where it names no post. */
  static Optional<InstagramMention> told(String account, JsonNode value) {
    String media = Nodes.textOr(value, "/media_id", "");
    String comment = Nodes.textOr(value, "/comment_id", "");
    return isId(account) && isId(media) && (comment.isEmpty() || isId(comment))
        ? Optional.of(new InstagramMention(account, media, comment))
        : Optional.empty();
  }

  /** As it was remembered under its {@link #alias}. */
  static Optional<InstagramMention> remembered(Opened opened, String mentionId) {
    String beginning = beginning(opened);
    return opened
        .memory()
        .aliasOf(mentionId, beginning)
        .map(alias -> alias.substring(beginning.length()).split("/", -1))
        .filter(parts -> parts.length == 3)
        .map(parts -> new InstagramMention(parts[0], parts[1], parts[2]));
  }

  /** By which it is remembered how the post came to be heard. */
  String alias(Opened opened) {
    return beginning(opened) + account + "/" + media + "/" + comment;
  }

  String mentionId() {
    return "instagram:" + (comment.isEmpty() ? media : comment);
  }

  /** Asks for it. */
  JsonNode ask(Opened opened) throws Fault, InterruptedException {
    String fields =
        comment.isEmpty()
            ? MEDIA + ".media_id(" + media + "){id,caption,timestamp,username}"
            : COMMENT + ".comment_id(" + comment + "){id,text,timestamp,username,media}";
    return Graph.get(opened, "/" + account, Map.of("fields", fields))
        .path(comment.isEmpty() ? MEDIA : COMMENT);
  }

  /** Where an answer goes, and what names what is answered. */
  String answers() {
    return "/" + account + "/" + FIELD;
  }

  Map<String, String> answered() {
    return comment.isEmpty()
        ? Map.of("media_id", media)
        : Map.of("media_id", media, "comment_id", comment);
  }

  /** The post; empty where the network tells too little of it. */
  Optional<Post> post(Opened opened, JsonNode said) {
    String name = Nodes.textOr(said, "/username", "");
    String text = Nodes.textOr(said, comment.isEmpty() ? "/caption" : "/text", "");
    if (name.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    Draft draft =
        new Draft("instagram", mentionId().substring("instagram:".length()))
            .author(
                new Author(name, name, name, null, "https://www.instagram.com/" + name + "/", null))
            .text(text)
            .createdAt(MetaSource.time(said).orElse(opened.now()), opened.now());
    return Optional.of(
        (comment.isEmpty() ? draft : draft.inReplyTo(media).threadRoot(media)).created());
  }

  private static String beginning(Opened opened) {
    return opened.id() + "/mention/";
  }

  /** Ids stand in addresses and in fields that have a grammar of their own. */
  private static boolean isId(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }
}
