package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Decides what becomes of a post, from what is known of it and of those it refers to. */
public final class Admission {

  private static final long FIRST_VERSION = 1;

  private final OwnAccounts ours;
  private final Matching matching;

  /** Where nothing is tried out. */
  public Admission(Company company) {
    this(company, TrialMarks.NONE);
  }

  Admission(Company company, TrialMarks trials) {
    this.ours = new OwnAccounts(company.brands());
    this.matching = new Matching(company, ours, trials);
  }

  /**
   * @param named the queries that it meets
   * @param followed posts whose answers are heard whatever they say, by mention id
   * @param known what was published before, by mention id: the post itself and those it refers to
   * @param arrival how it came in
   */
  public Verdict decide(
      Post post,
      List<Match> named,
      Map<String, Known> known,
      Map<String, Followed.Thread> followed,
      Source source,
      Arrival arrival,
      Instant now) {
    Known before = known.get(post.id());
    if (post instanceof Post.Created created) {
      return before == null
          ? posted(created.content(), named, known, followed, source, arrival, now)
          : seenAgain(created.content(), named, before, source, arrival, now);
    }
    if (before == null) {
      return new Verdict.Dropped("it changes a post that was never heard");
    }
    if (before.deleted()) {
      return new Verdict.Duplicate();
    }
    if (post instanceof Post.Updated updated) {
      return edited(updated, named, before, source, arrival, now);
    }
    Post.Deleted deleted = (Post.Deleted) post;
    // Above any edit that was made before, also one that is still on its way.
    long version = Math.max(before.networkVersion() + 1, deleted.at().toEpochMilli());
    return new Verdict.Publish(
        new IngestEvent.MentionDeleted(
            post.id(), before.conversationId(), version, source.id(), deleted.at()),
        new Known(post.id(), before.conversationId(), version, now, List.of()));
  }

  /** Sources that tell no edits, such as feeds, tell the same post with a later time of change. */
  private Verdict seenAgain(
      Post.Content content,
      List<Match> named,
      Known before,
      Source source,
      Arrival arrival,
      Instant now) {
    if (before.deleted()) {
      return new Verdict.Duplicate();
    }
    if (content.editedAt() != null) {
      return edited(
          new Post.Updated(content, content.editedAt()), named, before, source, arrival, now);
    }
    // Heard on trial first, and now by somebody who listens for good: it counts from now on.
    return TrialMarks.only(before.matched())
            && !TrialMarks.only(matching.still(content, named, before, source))
        ? edited(content, before.networkVersion() + 1, named, before, source, arrival, now)
        : new Verdict.Duplicate();
  }

  private Verdict posted(
      Post.Content content,
      List<Match> named,
      Map<String, Known> known,
      Map<String, Followed.Thread> followed,
      Source source,
      Arrival arrival,
      Instant now) {
    Followed.Thread thread = Conversations.followed(content, followed);
    List<Match> matched = matching.first(content, named, known, thread, source);
    if (matched.isEmpty()) {
      return new Verdict.Dropped("nothing that is listened for is named in it");
    }
    String conversation = Conversations.of(content, known, followed);
    Instant editedAt = content.editedAt();
    long version = editedAt == null ? FIRST_VERSION : editedAt.toEpochMilli();
    // Where a network tells only the time of the last change, a first hearing is no edit.
    boolean edited = editedAt != null && editedAt.isAfter(content.createdAt());
    PostState state = edited ? PostState.EDITED : PostState.LIVE;
    Mention mention = mention(content, conversation, matched, source, version, state, arrival, now);
    return new Verdict.Publish(
        new IngestEvent.MentionPosted(mention),
        new Known(content.id(), conversation, version, null, matched));
  }

  private Verdict edited(
      Post.Updated updated,
      List<Match> named,
      Known before,
      Source source,
      Arrival arrival,
      Instant now) {
    long version = updated.at().toEpochMilli();
    return version <= before.networkVersion()
        ? new Verdict.Duplicate()
        : edited(updated.content(), version, named, before, source, arrival, now);
  }

  private Verdict edited(
      Post.Content content,
      long version,
      List<Match> named,
      Known before,
      Source source,
      Arrival arrival,
      Instant now) {
    List<Match> matched = matching.still(content, named, before, source);
    Mention mention =
        mention(
            content,
            before.conversationId(),
            matched,
            source,
            version,
            PostState.EDITED,
            arrival,
            now);
    return new Verdict.Publish(
        new IngestEvent.MentionEdited(mention),
        new Known(content.id(), before.conversationId(), version, null, matched));
  }

  private Mention mention(
      Post.Content content,
      String conversation,
      List<Match> matched,
      Source source,
      long version,
      PostState state,
      Arrival arrival,
      Instant now) {
    Long followers = content.author().followers();
    long reach = Math.max(followers == null ? 0 : followers, content.engagement().views());
    return new Mention(
        content.id(),
        content.network(),
        content.author(),
        content.text(),
        content.lang(),
        content.createdAt(),
        now,
        arrival.acceptedAt(content.createdAt(), now),
        state == PostState.LIVE ? null : content.editedAt(),
        content.url(),
        content.inReplyTo(),
        content.threadRoot(),
        content.media(),
        content.engagement(),
        state,
        conversation,
        source.id(),
        matched,
        content.repostOf(),
        Math.max(0, reach),
        version,
        ours.wrote(content),
        Boolean.TRUE.equals(source.mayScore()),
        Boolean.TRUE.equals(source.mayTrain()),
        arrival.isHistory(content.createdAt()));
  }

  /** One of the company's own accounts wrote it. */
  boolean own(Post.Content content) {
    return ours.wrote(content);
  }
}
