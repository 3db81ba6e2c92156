package dev.frontline.ingest.network.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.source.Nodes;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A feed's hub, and the name by which the hub knows the feed: from the answer's {@code Link}
 * headers, else from the feed itself.
 */
record Hub(URI address, String topic) {

  static Optional<Hub> of(Answer answer) {
    Optional<URI> hub = answer.link("hub");
    if (hub.isPresent()) {
      String self = answer.link("self").map(URI::toString).orElse(answer.address().toString());
      return Optional.of(new Hub(hub.get(), self));
    }
    return JsonFeed.isJson(answer.body()) ? json(answer) : xml(answer);
  }

  private static Optional<Hub> json(Answer answer) {
    try {
      JsonNode feed = Json.MAPPER.readTree(answer.body());
      String self = Nodes.textOr(feed, "/feed_url", answer.address().toString());
      for (JsonNode hub : feed.path("hubs")) {
        if (Nodes.textOr(hub, "/type", "").equalsIgnoreCase("websub")) {
          return hub(Nodes.textOr(hub, "/url", ""), self);
        }
      }
    } catch (IOException e) {
      // Told where the feed is parsed.
    }
    return Optional.empty();
  }

  /** Only the feed's own links: those of its entries are children of entries. */
  private static Optional<Hub> xml(Answer answer) {
    String hub = "";
    String self = answer.address().toString();
    for (Element link :
        Jsoup.parse(answer.text(), "", Parser.xmlParser())
            .select("feed > link, feed > atom|link, channel > link, channel > atom|link")) {
      String rel = link.attr("rel");
      if (rel.equals("hub") && hub.isEmpty()) {
        hub = link.attr("href");
      } else if (rel.equals("self") && !link.attr("href").isBlank()) {
        self = link.attr("href");
      }
    }
    return hub(hub, self);
  }

  private static Optional<Hub> hub(String address, String topic) {
    try {
      return address.isBlank()
          ? Optional.empty()
          : Optional.of(new Hub(URI.create(address.strip()), topic.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
