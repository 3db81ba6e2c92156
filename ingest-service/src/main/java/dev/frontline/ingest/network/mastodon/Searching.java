package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Sought;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Searches for statuses. Only a server with full-text search finds any, for accounts alone and
 * among authors who agreed to it; elsewhere the tag of the longest word is looked at.
 */
final class Searching {

  private static final int MOST = 40;

  private Searching() {}

  static Page page(Opened opened, Sought sought) throws Fault, InterruptedException {
    String limit = String.valueOf(Math.min(MOST, sought.most()));
    if (opened.secret() != null) {
      Page found = byWords(opened, sought, limit);
      if (!found.posts().isEmpty()) {
        return found;
      }
    }
    Optional<String> tag = tag(sought);
    if (tag.isEmpty()) {
      return Page.nothing(Cursor.START);
    }
    URI address = opened.at("", "/api/v1/timelines/tag/" + Ask.encode(tag.get()));
    Answer answer = ask(opened, address, Map.of("limit", limit));
    return statuses(opened, answer, answer.json());
  }

  private static Page byWords(Opened opened, Sought sought, String limit)
      throws Fault, InterruptedException {
    try {
      Answer answer =
          ask(
              opened,
              opened.at("", "/api/v2/search"),
              Map.of("q", sought.quoted(), "type", "statuses", "limit", limit));
      return statuses(opened, answer, answer.json().path("statuses"));
    } catch (Fault e) {
      return switch (e.kind()) {
        // The token may read and not search, or the server cannot.
        case FORBIDDEN, MISSING -> Page.nothing(Cursor.START);
        default -> throw e;
      };
    }
  }

  private static Answer ask(Opened opened, URI address, Map<String, String> query)
      throws Fault, InterruptedException {
    return opened.ask(Ask.get(address, query).bearer(opened.secret()));
  }

  private static Page statuses(Opened opened, Answer answer, JsonNode all) throws Fault {
    if (!all.isArray()) {
      throw Fault.broken("its answer is no list", answer.body());
    }
    Page.Builder page = new Page.Builder();
    all.forEach(status -> Status.put(opened, status, page));
    return page.end(Cursor.START);
  }

  /**
   * A phrase as one tag, as people write names: {@code right to repair} as {@code righttorepair}.
   */
  private static Optional<String> tag(Sought sought) {
    return sought.words().stream()
        .map(word -> word.replaceAll("[^\\p{L}\\p{N}\\p{M}_]", ""))
        .filter(tag -> !tag.isEmpty())
        .max(Comparator.comparingInt(String::length));
  }
}
