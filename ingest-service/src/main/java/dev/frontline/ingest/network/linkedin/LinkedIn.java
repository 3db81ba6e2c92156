package dev.frontline.ingest.network.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * LinkedIn's Community Management interface (learn.microsoft.com/linkedin), for a company's own
 * pages alone: the notifications of comments, their edits and deletions, and of posts that name the
 * page, over one span of time for all pages. LinkedIn keeps them for sixty days.
 */
@ApplicationScoped
class LinkedIn implements PollSource, AnsweringSource {

  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final Duration KEPT_THERE = Duration.ofDays(60);
  private static final int PAGE = 100;

  /** So long a reading may last that begins at the oldest there is. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private static final String ACTIONS =
      "List(COMMENT,ADMIN_COMMENT,COMMENT_EDIT,COMMENT_DELETE,SHARE_MENTION)";

  private static final String SINCE = "since";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String ENTITY = "entity";
  private static final String START = "start";
  private static final String GONE = "gone";

  private static final Traits TRAITS =
      new Traits(
          "linkedin",
          "the moment up to which notifications were read",
          OVERLAP,
          Deletion.EVENT,
          500,
          Duration.ofDays(1),
          Duration.ofMinutes(5),
          0,
          Replies.HERE,
          Answering.MOST,
          null,
          // What members do may be stored for two days, and used to look after pages alone.
          new Terms(true, false, Duration.ofHours(48)));

  @Override
  public String kind() {
    return "linkedin";
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
    Instant now = opened.now();
    Instant until = cursor.time(UNTIL).orElse(now);
    Instant from = cursor.time(FROM).orElse(cursor.time(SINCE).orElse(now).minus(OVERLAP));
    List<String> pages = pages(opened);
    int entity = (int) cursor.number(ENTITY, 0);
    if (entity >= pages.size()) {
      return Page.nothing(Cursor.START.with(SINCE, until));
    }
    Page.Builder page = new Page.Builder();
    Instant oldest = now.minus(KEPT_THERE);
    if (from.isBefore(oldest)) {
      page.gap(new Gap(from, oldest, "LinkedIn keeps notifications for sixty days"));
      from = oldest.plus(MARGIN);
    }
    long start = cursor.number(START, 0);
    Answer answer =
        Api.ask(opened, Ask.get(address(opened, pages.get(entity), from, until, start)));
    JsonNode elements = answer.json().path("elements");
    if (!elements.isArray()) {
      throw Fault.broken("its answer holds no notifications", answer.body());
    }
    // A deletion may be told before the comment: their order is nowhere promised.
    Set<String> gone = new HashSet<>(List.of(cursor.get(GONE).orElse("").split(" ")));
    for (JsonNode one : elements) {
      Notification.noteGone(one, gone);
    }
    for (JsonNode one : elements) {
      Notification.put(opened, one, gone, page);
    }
    gone.remove("");
    Cursor next =
        Cursor.START
            .with(FROM, from)
            .with(UNTIL, until)
            .with(GONE, gone.isEmpty() ? null : String.join(" ", gone));
    return elements.size() < PAGE
        ? page.more(next.with(ENTITY, entity + 1L))
        : page.more(next.with(ENTITY, entity).with(START, start + PAGE));
  }

  /** Ids of organizations, or their URNs. */
  static List<String> pages(Opened opened) {
    return opened.list("organizations").stream()
        .map(one -> one.startsWith("urn:") ? one : "urn:li:organization:" + one)
        .toList();
  }

  /** The brackets and colons of a criteria stand as they are; those within a URN do not. */
  private static URI address(Opened opened, String page, Instant from, Instant until, long start) {
    return opened.at(
        Api.ADDRESS,
        "/rest/organizationalEntityNotifications?q=criteria&actions="
            + ACTIONS
            + "&organizationalEntity="
            + Ask.encode(page)
            + "&timeRange=(start:"
            + from.toEpochMilli()
            + ",end:"
            + until.toEpochMilli()
            + ")&start="
            + start
            + "&count="
            + PAGE);
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    return new Answering(opened).send(reply, again);
  }
}
