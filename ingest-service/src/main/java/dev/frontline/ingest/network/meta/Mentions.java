package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fetches what a delivery says that an account was mentioned in. */
final class Mentions {

  /** The network waits for its answer; what is left is fetched when it sends the delivery again. */
  private static final int TOGETHER = 10;

  private final Opened opened;
  private final Page.Builder page = new Page.Builder();
  private int put;

  Mentions(Opened opened) {
    this.opened = opened;
  }

  /** A page that says that more waits where not all of it was fetched. */
  Page fetch(Delivery delivery) throws Fault, InterruptedException {
    List<InstagramMention> wanted = unknown(told(delivery));
    if (!wanted.isEmpty() && Graph.token(opened).isEmpty()) {
      throw new Fault(
          Fault.Kind.SIGNED_OUT,
          "its secret holds no page token: write APP_SECRET:PAGE_TOKEN to hear mentions");
    }
    for (InstagramMention mention : wanted) {
      if (put == TOGETHER || !fetch(mention)) {
        return page.more(Cursor.START);
      }
      put++;
    }
    return page.end(Cursor.START);
  }

  private List<InstagramMention> told(Delivery delivery) throws Fault {
    List<InstagramMention> told = new ArrayList<>();
    for (JsonNode entry : delivery.json().path("entry")) {
      for (JsonNode change : entry.path("changes")) {
        if (Nodes.textOr(change, "/field", "").equals(InstagramMention.FIELD)) {
          Optional<InstagramMention> mention =
              InstagramMention.told(Nodes.textOr(entry, "/id", ""), change.path("value"));
          mention.ifPresentOrElse(
              told::add, () -> page.unreadable(change.toString(), "a mention without its post"));
        }
      }
    }
    return told.stream().distinct().toList();
  }

  private List<InstagramMention> unknown(List<InstagramMention> told) {
    Set<String> known =
        opened.memory().known(told.stream().map(InstagramMention::mentionId).toList());
    return told.stream().filter(mention -> !known.contains(mention.mentionId())).toList();
  }

  /** False where the network fails after some were fetched: those are taken, the rest waits. */
  private boolean fetch(InstagramMention mention) throws Fault, InterruptedException {
    try {
      JsonNode said = mention.ask(opened);
      Optional<Post> post = mention.post(opened, said);
      if (post.isPresent()) {
        page.alias(mention.alias(opened), mention.mentionId());
        page.post(post.get());
      } else {
        page.unreadable(said.toString(), mention.mentionId() + " is told without author or text");
      }
      return true;
    } catch (Fault e) {
      switch (e.kind()) {
        case BUSY, UNREACHABLE, SIGNED_OUT, FORBIDDEN, SPENT -> {
          if (put == 0) {
            throw e;
          }
          return false;
        }
        default -> {
          page.unreadable(mention.mentionId(), "it cannot be fetched: " + e.words());
          return true;
        }
      }
    }
  }
}
