package dev.frontline.local.demo.player;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.local.demo.stream.StoryLine;
import java.time.Instant;

/** A line of the story as a network would send it. */
final class Wire {

  private Wire() {}

  /**
   * The {@code data} object of a webhook, with its type and times.
   *
   * @param written when the post was written; the same as {@code at} but for edits and deletes
   * @param at when this happens
   */
  static ObjectNode data(StoryLine line, Instant written, Instant at) {
    ObjectNode data = line.data().deepCopy();
    data.put("type", type(line)).put("createdAt", written.toString());
    if (line.type() == StoryLine.Type.EDITED) {
      data.put("editedAt", at.toString());
    }
    if (line.type() == StoryLine.Type.DELETED) {
      data.put("deletedAt", at.toString());
    }
    return data;
  }

  static String type(StoryLine line) {
    return switch (line.type()) {
      case CREATED -> "mention.created";
      case EDITED -> "mention.updated";
      case DELETED -> "mention.deleted";
    };
  }
}
