package dev.frontline.ingest.network.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.Listened;
import dev.frontline.ingest.source.NewestFirst;
import dev.frontline.ingest.source.NewestFirst.Told;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.SearchingSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Sought;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reddit's interface (reddit.com/dev/api) for a script application: newest posts and comments of
 * subreddits, else a search for posts, which is all that search finds. Nobody tells deletions: what
 * was published is looked up again, and let go of after 48 hours without a look.
 */
@ApplicationScoped
class Reddit implements RecheckedSource, AnsweringSource, SearchingSource {

  static final String API = "https://oauth.reddit.com";
  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final int PAGE = 100;

  /** Listings end somewhere near a thousand. */
  private static final int NEAR_THE_END = 900;

  private static final int LONGEST_QUERY = 500;

  private static final Traits TRAITS =
      new Traits(
          "reddit",
          "where the last whole reading began",
          OVERLAP,
          Deletion.SWEEP,
          1_000,
          Duration.ofMinutes(10),
          Duration.ofMinutes(2),
          0,
          Replies.HERE,
          Answering.MOST,
          null,
          new Terms(true, false, Duration.ofHours(48)));

  private final SignIn signIn = new SignIn();

  @Override
  public String kind() {
    return "reddit";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Cursor from(Instant moment) {
    return NewestFirst.from(moment, OVERLAP);
  }

  @Override
  public boolean renew(Opened opened) {
    return signIn.renew(opened);
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    List<URI> lists = lists(opened);
    return NewestFirst.read(
        opened.now(),
        cursor,
        lists.size(),
        OVERLAP,
        (list, token, bound, page) -> list(opened, lists.get(list), token, bound, page));
  }

  private static List<URI> lists(Opened opened) {
    List<URI> lists = new ArrayList<>();
    for (String sub : opened.list("subreddits")) {
      String name = Ask.encode(sub.replaceFirst("^/?r/", ""));
      lists.add(opened.at(API, "/r/" + name + "/new"));
      lists.add(opened.at(API, "/r/" + name + "/comments"));
    }
    if (lists.isEmpty() || opened.setting("query").isPresent()) {
      String words =
          opened
              .setting("query")
              .orElseGet(
                  () ->
                      Listened.terms(opened).stream()
                          .map(term -> "\"" + term.replace("\"", "") + "\"")
                          .collect(Collectors.joining(" OR ")));
      lists.add(
          Ask.with(
              opened.at(API, "/search"),
              Map.of("q", shortened(words), "sort", "new", "type", "link")));
    }
    return lists;
  }

  /** As many of the words as a search takes. */
  private static String shortened(String words) {
    if (words.length() <= LONGEST_QUERY) {
      return words;
    }
    int end = words.lastIndexOf(" OR ", LONGEST_QUERY);
    return words.substring(0, end > 0 ? end : LONGEST_QUERY);
  }

  /**
   * @param token the last post of the page before, and how many were told with it
   */
  private Told list(
      Opened opened, URI address, @Nullable String token, Instant bound, Page.Builder page)
      throws Fault, InterruptedException {
    Map<String, String> query = new HashMap<>(Map.of("limit", String.valueOf(PAGE)));
    long count = 0;
    if (token != null) {
      String[] parts = token.split(" ", 2);
      query.put("after", parts[0]);
      query.put("count", parts[1]);
      count = Long.parseLong(parts[1]);
    }
    Answer answer = signIn.ask(opened, Ask.get(Ask.with(address, query)));
    JsonNode children = children(answer);
    Instant oldest = null;
    for (JsonNode child : children) {
      Thing.put(opened, child, page);
      oldest = Nodes.epoch(child, "/data/created_utc").orElse(oldest);
    }
    count += children.size();
    String after = Nodes.text(answer.json(), "/data/after");
    if (after == null && count >= NEAR_THE_END && oldest != null && oldest.isAfter(bound)) {
      page.gap(new Gap(bound, oldest, "Reddit's listings end at about a thousand"));
    }
    return new Told(after == null ? null : after + " " + count, oldest);
  }

  private static JsonNode children(Answer answer) throws Fault {
    JsonNode children = answer.json().at("/data/children");
    if (!children.isArray()) {
      throw Fault.broken("its answer is no listing", answer.body());
    }
    return children;
  }

  @Override
  public Optional<String> lacks(Opened opened) {
    return SearchingSource.withoutToken(opened);
  }

  @Override
  public Page search(Opened opened, Sought sought) throws Fault, InterruptedException {
    Map<String, String> query =
        Map.of(
            "q",
            shortened(sought.quoted()),
            "sort",
            "new",
            "type",
            "link",
            "t",
            "week",
            "limit",
            String.valueOf(Math.min(PAGE, sought.most())));
    Page.Builder page = new Page.Builder();
    children(signIn.ask(opened, Ask.get(opened.at(API, "/search"), query)))
        .forEach(child -> Thing.put(opened, child, page));
    return page.end(Cursor.START);
  }

  @Override
  public int mostRechecked() {
    return PAGE;
  }

  @Override
  public Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    String names =
        mentionIds.stream()
            .map(id -> id.substring("reddit:".length()))
            .collect(Collectors.joining(","));
    JsonNode children =
        children(signIn.ask(opened, Ask.get(opened.at(API, "/api/info"), Map.of("id", names))));
    Map<String, JsonNode> there = new HashMap<>();
    children.forEach(child -> there.put("reddit:" + child.at("/data/name").asText(), child));
    Page.Builder page = new Page.Builder();
    for (String id : mentionIds) {
      JsonNode child = there.get(id);
      if (child == null || Thing.isGone(child.path("data"))) {
        page.post(new Post.Deleted(id, opened.now()));
      } else if (child.at("/data/edited").isNumber()) {
        Thing.put(opened, child, page);
      }
    }
    return page.end(Cursor.START);
  }

  @Override
  public String answersWith() {
    return SignIn.PASSWORD;
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    return new Answering(opened, signIn).send(reply, again);
  }
}
