package dev.frontline.ingest.network.x;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Line;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.SearchingSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Sought;
import dev.frontline.ingest.source.StreamSource;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * X's interface, version 2 (docs.x.com), paid by what is read. Recent search is polled; with {@code
 * stream: true} the filtered stream is heard instead, which cannot replay: what was missed is
 * searched for first. What was deleted, protected or suspended is learned from compliance jobs,
 * which cost nothing.
 */
@ApplicationScoped
class X implements PollSource, StreamSource, AnsweringSource, RecheckedSource, SearchingSource {

  static final String API = "https://api.x.com";
  static final String USER = "user";

  /** Millionths of a US dollar, by the price list of August 2026. */
  static final long POST_READ = 5_000;

  static final long USER_READ = 10_000;
  static final long POST_CREATED = 15_000;
  static final long POST_WITH_LINK = 200_000;

  private static final int MOST_A_JOB = 10_000;

  /** Its terms forbid to train models on posts; what judges posts may read them. */
  private static final Terms TERMS = new Terms(true, false, null);

  private static final Traits TRAITS =
      new Traits(
          "x",
          "the moment up to which was searched",
          Search.OVERLAP,
          Deletion.SWEEP,
          450,
          Duration.ofMinutes(15),
          Duration.ofMinutes(2),
          POST_READ / 1e6,
          Replies.SUMMONED,
          Answering.MOST_WEIGHT,
          null,
          TERMS);

  private final Compliance compliance = new Compliance();

  @Override
  public String kind() {
    return "x";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public boolean streams(Opened opened) {
    return opened.setting("stream", "false").equals("true");
  }

  @Override
  public Cursor from(Instant moment) {
    return Search.from(moment);
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    return Search.page(opened, cursor);
  }

  @Override
  public Optional<String> lacks(Opened opened) {
    return SearchingSource.withoutToken(opened);
  }

  @Override
  public long pricePerPost(Opened opened) {
    return Posts.most(opened);
  }

  @Override
  public Page search(Opened opened, Sought sought) throws Fault, InterruptedException {
    return Search.once(opened, sought);
  }

  @Override
  public Line line(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    return Stream.line(opened);
  }

  @Override
  public Page hear(Opened opened, List<String> frames, Cursor cursor) {
    return Stream.page(opened, frames, cursor);
  }

  @Override
  public Page catchUp(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    return Search.page(opened, cursor);
  }

  @Override
  public int mostRechecked() {
    return MOST_A_JOB;
  }

  /** Within a day it must be gone here as well. */
  @Override
  public Duration longestUnseen() {
    return Duration.ofHours(20);
  }

  @Override
  public Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    return compliance.page(opened, mentionIds);
  }

  /** The application's own token, which rules, the stream and jobs want; a search takes both. */
  static String token(Opened opened) throws Fault {
    return opened.account() == null
        ? opened.needSecret()
        : opened.parts().apply("app").orElse(opened.needSecret());
  }

  @Override
  public String answersWith() {
    return USER;
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    return new Answering(opened).send(reply, again);
  }
}
