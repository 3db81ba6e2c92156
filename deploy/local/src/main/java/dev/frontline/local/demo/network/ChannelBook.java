package dev.frontline.local.demo.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the company's chat channels received, kept in a growing file: it stands for Slack and Teams,
 * which a demo has no accounts for, and takes what they would take.
 */
public final class ChannelBook {

  private final AppendedLines lines;
  private final List<Received> received = new ArrayList<>();

  /**
   * A message in a channel.
   *
   * @param paragraphs plain text, the title first
   * @param link what it opens, empty for nothing
   */
  record Received(String channel, Instant at, List<String> paragraphs, String link) {}

  /**
   * @param folder where the file is, made when the first message comes
   */
  public ChannelBook(Path folder) {
    lines = new AppendedLines(folder.resolve("channels.jsonl"));
    for (JsonNode line : lines.read()) {
      received.add(Json.MAPPER.convertValue(line, Received.class));
    }
  }

  /**
   * Takes a message in the shape of Slack's incoming webhooks or of a Teams workflow.
   *
   * @return false where it is neither
   */
  synchronized boolean take(String channel, JsonNode message, Instant at) {
    Received one;
    if (message.path("blocks").isArray() && message.path("text").isTextual()) {
      one = slack(channel, message, at);
    } else if (message.path("attachments").path(0).path("content").path("body").isArray()) {
      one = teams(channel, message.path("attachments").path(0).path("content"), at);
    } else {
      return false;
    }
    lines.append(List.of(one));
    received.add(one);
    return true;
  }

  /** The latest first. */
  synchronized List<Received> latest(int most) {
    List<Received> all = new ArrayList<>(received);
    java.util.Collections.reverse(all);
    return all.subList(0, Math.min(most, all.size()));
  }

  synchronized int count() {
    return received.size();
  }

  private static Received slack(String channel, JsonNode message, Instant at) {
    List<String> paragraphs = new ArrayList<>();
    String link = "";
    for (JsonNode block : message.path("blocks")) {
      String text = block.path("text").path("text").asText();
      if (text.startsWith("<http") && text.endsWith(">")) {
        link = plain(text.substring(1, text.length() - 1).split("\\|", 2)[0]);
      } else {
        text.lines().map(ChannelBook::plain).forEach(paragraphs::add);
      }
    }
    return new Received(channel, at, paragraphs, link);
  }

  private static Received teams(String channel, JsonNode card, Instant at) {
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode block : card.path("body")) {
      StringBuilder text = new StringBuilder(block.path("text").asText(""));
      block.path("inlines").forEach(run -> text.append(run.path("text").asText()));
      paragraphs.add(text.toString());
    }
    return new Received(channel, at, paragraphs, card.path("actions").path(0).path("url").asText());
  }

  private static String plain(String mrkdwn) {
    String bare =
        mrkdwn.length() > 2 && mrkdwn.startsWith("*") && mrkdwn.endsWith("*")
            ? mrkdwn.substring(1, mrkdwn.length() - 1)
            : mrkdwn;
    return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
