package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a post, from what is known of it and of those it refers to. */
public final class Admission {

  private static final long FIRST_VERSION = 1;

  /** Whoever configured these meant everything that comes from them. */
  private static final Set<String> ALL_OURS =
      Set.of(
          "webhook",
          "replay",
          "email",
          "appstore",
          "appstoreconnect",
          "googleplay",
          "googlebusiness",
          "trustpilot");

  private final Company company;
  private final TrialMarks trials;
  private final Set<String> ownAccounts;

  /** Where nothing is tried out. */
  public Admission(Company company) {
    this(company, TrialMarks.NONE);
  }

  Admission(Company company, TrialMarks trials) {
    this.company = company;
    this.trials = trials;
    this.ownAccounts = new HashSet<>();
    company.brands().forEach(brand -> ownAccounts.addAll(brand.accounts()));
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
            && !TrialMarks.only(stillMatched(content, named, before, source))
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
    Followed.Thread thread = thread(content, followed);
    List<Match> matched =
        trials.marked(matched(content, named, known, thread, source), source.id());
    if (matched.isEmpty()) {
      return new Verdict.Dropped("nothing that is listened for is named in it");
    }
    String conversation = conversation(content, known, followed);
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
    List<Match> matched = stillMatched(content, named, before, source);
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
        own(content),
        Boolean.TRUE.equals(source.mayScore()),
        Boolean.TRUE.equals(source.mayTrain()),
        arrival.isHistory(content.createdAt()));
  }

  private static String conversation(
      Post.Content content, Map<String, Known> known, Map<String, Followed.Thread> followed) {
    Followed.Thread below = below(content, followed);
    if (below != null) {
      return below.conversationId();
    }
    if (content.threadRoot() != null) {
      return content.threadRoot();
    }
    Known parent = content.inReplyTo() == null ? null : known.get(content.inReplyTo());
    if (parent != null) {
      return parent.conversationId();
    }
    Followed.Thread answered = followed.get(content.id());
    return answered == null ? content.id() : answered.conversationId();
  }

  /**
   * The conversation for whose sake it is heard whatever it says: it stands below a post that is
   * followed, or our own account answered it and that was heard first.
   */
  private static Followed.@Nullable Thread thread(
      Post.Content content, Map<String, Followed.Thread> followed) {
    Followed.Thread below = below(content, followed);
    return below == null ? followed.get(content.id()) : below;
  }

  private static Followed.@Nullable Thread below(
      Post.Content content, Map<String, Followed.Thread> followed) {
    Followed.Thread parent = content.inReplyTo() == null ? null : followed.get(content.inReplyTo());
    return parent != null || content.threadRoot() == null
        ? parent
        : followed.get(content.threadRoot());
  }

  private List<Match> matched(
      Post.Content content,
      List<Match> named,
      Map<String, Known> known,
      Followed.@Nullable Thread thread,
      Source source) {
    if (!named.isEmpty()) {
      return named;
    }
    if (thread != null && !thread.matched().isEmpty()) {
      return thread.matched();
    }
    if (own(content)) {
      Known parent = content.inReplyTo() == null ? null : known.get(content.inReplyTo());
      return parent == null || parent.matched().isEmpty()
          ? List.of(ofSource(source, speaker(content)))
          : parent.matched();
    }
    String brand = source.brand();
    if (brand == null && (thread != null || ALL_OURS.contains(source.kind()))) {
      brand = company.brands().get(0).name();
    }
    return brand == null ? List.of() : List.of(ofSource(source, brand));
  }

  /** The brand whose account wrote it. */
  private String speaker(Post.Content content) {
    return company.brands().stream()
        .filter(
            brand ->
                brand.accounts().contains(content.network() + ":" + content.author().id())
                    || brand
                        .accounts()
                        .contains(content.network() + ":" + content.author().handle()))
        .findFirst()
        .orElse(company.brands().get(0))
        .name();
  }

  /** An edit that names nothing any more stays with what the post was heard for. */
  private List<Match> stillMatched(
      Post.Content content, List<Match> named, Known before, Source source) {
    if (!named.isEmpty()) {
      return trials.marked(named, source.id());
    }
    if (!before.matched().isEmpty()) {
      return trials.marked(before.matched(), source.id());
    }
    List<Match> fallback = matched(content, named, Map.of(), null, source);
    return trials.marked(
        fallback.isEmpty() ? List.of(ofSource(source, company.brands().get(0).name())) : fallback,
        source.id());
  }

  private static Match ofSource(Source source, String brand) {
    return new Match("source:" + source.id(), Match.Kind.BRAND, brand);
  }

  /** One of the company's own accounts wrote it. */
  boolean own(Post.Content content) {
    return isOwn(content.network(), content.author().id())
        || isOwn(content.network(), content.author().handle());
  }

  private boolean isOwn(String network, @Nullable String name) {
    return name != null && ownAccounts.contains(network + ":" + name);
  }
}
