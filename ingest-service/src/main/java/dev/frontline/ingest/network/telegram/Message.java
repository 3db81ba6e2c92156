package dev.frontline.ingest.network.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message of a group or channel. */
final class Message {

  private static final List<String> KINDS =
      List.of("message", "edited_message", "channel_post", "edited_channel_post");
  private static final String SITE = "https://t.me/";
  private static final String SUPERGROUP = "-100";

  private Message() {}

  /**
   * Puts an update's message on the page, where it is of one of the chats.
   *
   * @param chats ids, or names with or without {@code @}
   */
  static void put(Opened opened, JsonNode update, List<String> chats, Page.Builder page) {
    JsonNode message =
        KINDS.stream().map(update::path).filter(JsonNode::isObject).findFirst().orElse(update);
    String chat = Nodes.text(message, "/chat/id");
    String id = Nodes.text(message, "/message_id");
    Optional<Instant> at = Nodes.epoch(message, "/date");
    JsonNode sender = message.has("from") ? message.path("from") : sender(message);
    String author = Nodes.text(sender, "/id");
    if (chat == null || id == null || author == null || at.isEmpty()) {
      page.unreadable(update.toString(), "an update without chat, message, author or time");
      return;
    }
    String name = Nodes.text(message, "/chat/username");
    if (chats.stream().noneMatch(one -> isNamed(one, chat, name))) {
      return;
    }
    String text = Nodes.textOr(message, "/text", Nodes.textOr(message, "/caption", ""));
    if (text.isBlank()) {
      return;
    }
    String parent = Nodes.text(message, "/reply_to_message/message_id");
    page.post(
        new Draft("telegram", chat + ":" + id)
            .author(
                new Author(
                    author,
                    Nodes.text(sender, "/username"),
                    shownName(sender),
                    null,
                    sender.hasNonNull("username") ? SITE + Nodes.text(sender, "/username") : null,
                    null))
            .text(text)
            .createdAt(at.get(), opened.now())
            .editedAt(Nodes.epoch(message, "/edit_date").orElse(null))
            .url(address(chat, name, id))
            .inReplyTo(parent == null ? null : chat + ":" + parent)
            .created());
  }

  /** A channel's posts, and what people say as a channel, have no person as author. */
  private static JsonNode sender(JsonNode message) {
    return message.has("sender_chat") ? message.path("sender_chat") : message.path("chat");
  }

  private static boolean isNamed(String configured, String chat, @Nullable String name) {
    return configured.equals(chat)
        || name != null && configured.replaceFirst("^@", "").equalsIgnoreCase(name);
  }

  private static @Nullable String shownName(JsonNode sender) {
    String first = Nodes.textOr(sender, "/first_name", Nodes.textOr(sender, "/title", ""));
    String shown = (first + " " + Nodes.textOr(sender, "/last_name", "")).strip();
    return shown.isEmpty() ? null : shown;
  }

  /** Where the message stands: of private groups for their members alone. */
  private static @Nullable String address(String chat, @Nullable String name, String id) {
    if (name != null) {
      return SITE + name + "/" + id;
    }
    return chat.startsWith(SUPERGROUP)
        ? SITE + "c/" + chat.substring(SUPERGROUP.length()) + "/" + id
        : null;
  }
}
