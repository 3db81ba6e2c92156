package dev.frontline.ingest.post;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Media;
import dev.frontline.kit.company.Company;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a webhook ({@code {"type", "timestamp", "data"}}) and a line of a recorded
 * stream (a {@code data} object, with a {@code type} beside its fields where it is an edit or a
 * delete).
 */
public final class PostReader {

  /** Longest text of a post, in characters. */
  public static final int LONGEST_TEXT = 50_000;

  private static final String CREATED = "mention.created";
  private static final String UPDATED = "mention.updated";
  private static final String DELETED = "mention.deleted";
  private static final String TYPES = CREATED + ", " + UPDATED + " or " + DELETED;
  private static final Pattern NETWORK = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private static final Set<String> WELL_KNOWN =
      Set.of(
          "bluesky",
          "facebook",
          "feed",
          "hackernews",
          "instagram",
          "linkedin",
          "mastodon",
          "reddit",
          "threads",
          "tiktok",
          "trustpilot",
          "x",
          "youtube");

  private final Set<String> networks;

  /**
   * @param company its sources and accounts name networks besides the well-known ones
   */
  public PostReader(Company company) {
    networks = new HashSet<>(WELL_KNOWN);
    company.sources().forEach(source -> networks.add(source.id()));
    for (Company.Brand brand : company.brands()) {
      brand.accounts().forEach(account -> prefix(account).ifPresent(networks::add));
    }
  }

  /**
   * @param network network of posts whose data names none
   * @param now stands in where an edit or delete says no time
   */
  public PostReading webhook(byte[] body, String network, Instant now) {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return new PostReading.Broken("the body is not JSON");
    }
    return webhook(root, network, now);
  }

  /** As {@link #webhook(byte[], String, Instant)}, of a body that is JSON. */
  public PostReading webhook(@Nullable JsonNode root, String network, Instant now) {
    if (root == null || !root.isObject()) {
      return new PostReading.Broken("the body is not a JSON object");
    }
    Fields envelope = Fields.of(root, "", now);
    String type = envelope.required("type");
    Instant timestamp = envelope.time("timestamp");
    if (!root.path("data").isObject()) {
      envelope.wrong("data", "present: an object, the mention");
      return new PostReading.Wrong(envelope.errors());
    }
    return read(type, envelope.child("data"), network, timestamp == null ? now : timestamp);
  }

  /** As {@link #webhook}, for one line of a recorded stream. */
  public PostReading line(String line, String network, Instant now) {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(line);
    } catch (IOException e) {
      return new PostReading.Broken("the line is not JSON");
    }
    if (root == null || !root.isObject()) {
      return new PostReading.Broken("the line is not a JSON object");
    }
    Fields data = Fields.of(root, "data", now);
    String type = data.word("type");
    Instant at = data.time(DELETED.equals(type) ? "deletedAt" : "at");
    return read(type == null ? CREATED : type, data, network, at == null ? now : at);
  }

  private PostReading read(String type, Fields data, String defaultNetwork, Instant at) {
    String network = data.word("network");
    String rawId = data.required("id");
    if (network == null) {
      network = prefix(rawId).orElse(defaultNetwork);
    } else if (!NETWORK.matcher(network).matches()) {
      data.wrong("network", "small letters, digits and dashes, at most 40");
    }
    String id = mentionId(rawId, network);
    Post post =
        switch (type) {
          case CREATED -> new Post.Created(content(data, id, network));
          case UPDATED -> {
            Post.Content content = content(data, id, network);
            yield new Post.Updated(content, content.editedAt() == null ? at : content.editedAt());
          }
          case DELETED -> new Post.Deleted(id, at);
          default -> {
            data.errors().add(new FieldError("type", TYPES));
            yield new Post.Deleted(id, at);
          }
        };
    return data.errors().isEmpty()
        ? new PostReading.Readable(post)
        : new PostReading.Wrong(data.errors());
  }

  private Post.Content content(Fields data, String id, String network) {
    Fields author = data.object("author");
    String authorId = author.required("id");
    return new Post.Content(
        id,
        network,
        new Author(
            authorId.isEmpty() ? "?" : authorId,
            author.word("handle"),
            author.word("displayName"),
            author.count("followers"),
            author.word("url"),
            author.word("avatar")),
        data.requiredText("text", LONGEST_TEXT),
        data.word("lang"),
        data.requiredTime("createdAt"),
        data.time("editedAt"),
        data.word("url"),
        reference(data.word("inReplyTo"), network),
        reference(data.word("threadRoot"), network),
        reference(data.word("repostOf"), network),
        media(data),
        engagement(data.object("engagement")));
  }

  private static List<Media> media(Fields data) {
    List<Media> media = new ArrayList<>();
    for (Fields item : data.list("media")) {
      String type = item.required("type");
      String url = item.required("url");
      if (!type.isEmpty() && !url.isEmpty()) {
        media.add(new Media(type, url, item.word("alt")));
      }
    }
    return media;
  }

  private static Engagement engagement(Fields data) {
    return new Engagement(
        data.countOrZero("likes"),
        data.countOrZero("reposts"),
        data.countOrZero("replies"),
        data.countOrZero("quotes"),
        data.countOrZero("views"),
        data.count("score"),
        data.number("rating"));
  }

  /** A post may refer to one on another network, if it names that; a bare id is on its own. */
  private @Nullable String reference(@Nullable String id, String network) {
    if (id == null || prefix(id).filter(networks::contains).isPresent()) {
      return id;
    }
    return mentionId(id, network);
  }

  /** The network that an id names; an address such as {@code https://…} names none. */
  private static Optional<String> prefix(String id) {
    int colon = id.indexOf(':');
    return colon > 0
            && !id.startsWith("//", colon + 1)
            && NETWORK.matcher(id.substring(0, colon)).matches()
        ? Optional.of(id.substring(0, colon))
        : Optional.empty();
  }

  private static String mentionId(String id, String network) {
    return id.startsWith(network + ":") ? id : network + ":" + id;
  }
}
