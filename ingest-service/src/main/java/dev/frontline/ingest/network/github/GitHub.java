package dev.frontline.ingest.network.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.Listened;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.ingest.source.SearchingSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Signatures;
import dev.frontline.ingest.source.Sought;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's issue search (docs.github.com/rest/search), one term after the other, oldest change
 * first, so that a page turned meanwhile loses nothing. A search tells a thousand hits at most:
 * where there are more, it goes on from the last one's time. Repositories of one's own tell more by
 * their webhooks. The secret is {@code TOKEN} or {@code TOKEN:HOOK_SECRET}.
 */
@ApplicationScoped
class GitHub implements PollSource, PushSource, AnsweringSource, SearchingSource {

  private static final String API = "https://api.github.com";
  private static final Duration OVERLAP = Duration.ofMinutes(5);
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;

  /** GitHub takes 256 characters, some of which say since when. */
  private static final int LONGEST_WORDS = 200;

  private static final String BELOW_ISSUE =
      "mutation($s:ID!,$b:String!){addComment(input:{subjectId:$s,body:$b}){commentEdge{node{id url}}}}";
  private static final String BELOW_DISCUSSION =
      "mutation($s:ID!,$b:String!){addDiscussionComment(input:{discussionId:$s,body:$b}){comment{id url}}}";

  private static final String SINCE = "since";
  private static final String START = "start";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String TERM = "term";
  private static final String PAGE_NUMBER = "page";

  private static final Traits TRAITS =
      new Traits(
          "github",
          "the second up to which was searched",
          OVERLAP,
          Deletion.NONE,
          25,
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          0,
          Replies.HERE,
          65_536,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "github";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Cursor from(Instant moment) {
    return Cursor.START.with(SINCE, moment.plus(OVERLAP));
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    List<String> terms =
        opened.setting("query").isPresent() ? opened.list("query") : Listened.terms(opened);
    Instant now = opened.now();
    Instant from = cursor.time(FROM).orElse(cursor.time(SINCE).orElse(now).minus(OVERLAP));
    Instant until = cursor.time(UNTIL).orElse(now);
    int term = (int) cursor.number(TERM, 0);
    int number = (int) cursor.number(PAGE_NUMBER, 1);
    if (term >= terms.size()) {
      return Page.nothing(Cursor.START.with(SINCE, until));
    }
    JsonNode found = items(opened, search(opened, terms.get(term), from, until, number));
    if (found.path("incomplete_results").asBoolean()) {
      throw new Fault(Fault.Kind.UNREACHABLE, "the search ran out of time and told only a part");
    }
    Page.Builder page = new Page.Builder();
    put(found, now, page);
    Instant last = from;
    for (JsonNode item : found.path("items")) {
      last = Nodes.time(item, "/updated_at").orElse(last);
    }
    // Every term is searched for from where this reading began.
    Instant start = cursor.time(START).orElse(from);
    Cursor next = Cursor.START.with(UNTIL, until).with(START, start);
    if (found.path("items").size() < PAGE) {
      return page.more(next.with(FROM, start).with(TERM, term + 1L));
    }
    if (number < MOST_PAGES) {
      return page.more(next.with(FROM, from).with(TERM, term).with(PAGE_NUMBER, number + 1L));
    }
    if (!last.isAfter(from)) {
      page.gap(new Gap(from, last, "more than 1,000 issues in one second"));
      last = from.plusSeconds(1);
    }
    return page.more(next.with(FROM, last).with(TERM, term));
  }

  private static Ask search(Opened opened, String term, Instant from, Instant until, int number) {
    String span =
        from.truncatedTo(ChronoUnit.SECONDS) + ".." + until.truncatedTo(ChronoUnit.SECONDS);
    String query = "\"" + term.replace("\"", "") + "\" is:issue updated:" + span;
    return search(
        opened,
        Map.of(
            "q",
            query,
            "sort",
            "updated",
            "order",
            "asc",
            "per_page",
            String.valueOf(PAGE),
            "page",
            String.valueOf(number)));
  }

  private static Ask search(Opened opened, Map<String, String> parameters) {
    return Ask.get(opened.at(API, "/search/issues"), parameters)
        .header("Accept", "application/vnd.github+json")
        .header("X-GitHub-Api-Version", "2022-11-28")
        .bearer(token(opened));
  }

  /** A part of what there is will do for a person who tries a query. */
  @Override
  public Page search(Opened opened, Sought sought) throws Fault, InterruptedException {
    String since = " is:issue created:>=" + sought.since().truncatedTo(ChronoUnit.SECONDS);
    String words = sought.quoted();
    Ask ask =
        search(
            opened,
            Map.of(
                "q",
                words.substring(0, Math.min(LONGEST_WORDS, words.length())) + since,
                "sort",
                "created",
                "order",
                "desc",
                "per_page",
                String.valueOf(Math.min(PAGE, sought.most()))));
    Page.Builder page = new Page.Builder();
    put(items(opened, ask), opened.now(), page);
    return page.end(Cursor.START);
  }

  private static JsonNode items(Opened opened, Ask ask) throws Fault, InterruptedException {
    Answer answer = opened.ask(ask);
    JsonNode found = answer.json();
    if (!found.path("items").isArray()) {
      throw Fault.broken("its answer holds no items", answer.body());
    }
    return found;
  }

  private static void put(JsonNode found, Instant now, Page.Builder page) {
    for (JsonNode item : found.path("items")) {
      Written.draft(item, now)
          .ifPresentOrElse(
              draft -> page.post(draft.created()),
              () -> page.unreadable(item.toString(), "an issue without node_id, user or time"));
    }
  }

  /** Of {@code TOKEN} or {@code TOKEN:HOOK_SECRET}; null where none is set. */
  private static @Nullable String token(Opened opened) {
    String secret = opened.secret();
    return secret == null ? null : secret.split(":", 2)[0];
  }

  @Override
  public boolean genuine(Opened opened, Delivery delivery) {
    String[] secret = String.valueOf(opened.secret()).split(":", 2);
    return secret.length > 1
        && Signatures.holds(delivery.header("x-hub-signature-256"), secret[1], delivery.body());
  }

  @Override
  public Page take(Opened opened, Delivery delivery) throws Fault {
    return Deliveries.page(opened, delivery);
  }

  /**
   * Below the issue or discussion, by its own id; comments have no key by which a second try would
   * be the first.
   */
  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    opened.needSecret();
    if (again) {
      return new Sent.Unknown("GitHub knows no key by which a second try would be the first");
    }
    String subject =
        (reply.conversationId().startsWith("github:") ? reply.conversationId() : reply.mentionId())
            .substring("github:".length());
    boolean discussion = subject.startsWith("D_");
    ObjectNode body =
        Json.MAPPER.createObjectNode().put("query", discussion ? BELOW_DISCUSSION : BELOW_ISSUE);
    body.putObject("variables").put("s", subject).put("b", reply.text());
    JsonNode made =
        opened
            .ask(
                Ask.json(
                        opened.at(API, "/graphql"),
                        body.toString().getBytes(StandardCharsets.UTF_8))
                    .bearer(token(opened)))
            .json();
    JsonNode node =
        made.at(
            discussion
                ? "/data/addDiscussionComment/comment"
                : "/data/addComment/commentEdge/node");
    return node.isObject()
        ? new Sent.Posted("github:" + Nodes.textOr(node, "/id", "?"), Nodes.text(node, "/url"))
        : new Sent.Refused(
            "GitHub refused it: " + Nodes.textOr(made, "/errors/0/message", "no reason given"));
  }
}
