package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import dev.frontline.ingest.listening.Terms;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
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
  private static final Set<String> ALL_OURS = Set.of("webhook", "replay", "email");

  private final Company company;
  private final Terms terms;
  private final Set<String> ownAccounts;

  public Admission(Company company) {
    this.company = company;
    this.terms = new Terms(company);
    this.ownAccounts = new HashSet<>();
    company.brands().forEach(brand -> ownAccounts.addAll(brand.accounts()));
  }

  /**
   * @param known what was published before, by mention id: the post itself and those it refers to
   * @param arrival how it came in
   */
  public Verdict decide(
      Post post, Map<String, Known> known, Company.Source source, Arrival arrival, Instant now) {
    Known before = known.get(post.id());
    if (post instanceof Post.Created created) {
      return before == null
          ? posted(created.content(), known, source, arrival, now)
          : seenAgain(created.content(), before, source, arrival, now);
    }
    if (before == null) {
      return new Verdict.Dropped("it changes a post that was never heard");
    }
    if (before.deleted()) {
      return new Verdict.Duplicate();
    }
    if (post instanceof Post.Updated updated) {
      return edited(updated, before, source, arrival, now);
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
      Post.Content content, Known before, Company.Source source, Arrival arrival, Instant now) {
    return before.deleted() || content.editedAt() == null
        ? new Verdict.Duplicate()
        : edited(new Post.Updated(content, content.editedAt()), before, source, arrival, now);
  }

  private Verdict posted(
      Post.Content content,
      Map<String, Known> known,
      Company.Source source,
      Arrival arrival,
      Instant now) {
    List<Match> matched = matched(content, source);
    if (matched.isEmpty()) {
      return new Verdict.Dropped("nothing that is listened for is named in it");
    }
    String conversation = conversation(content, known);
    Instant editedAt = content.editedAt();
    long version = editedAt == null ? FIRST_VERSION : editedAt.toEpochMilli();
    PostState state = editedAt == null ? PostState.LIVE : PostState.EDITED;
    Mention mention = mention(content, conversation, matched, source, version, state, arrival, now);
    return new Verdict.Publish(
        new IngestEvent.MentionPosted(mention),
        new Known(content.id(), conversation, version, null, matched));
  }

  private Verdict edited(
      Post.Updated updated, Known before, Company.Source source, Arrival arrival, Instant now) {
    long version = updated.at().toEpochMilli();
    if (version <= before.networkVersion()) {
      return new Verdict.Duplicate();
    }
    Post.Content content = updated.content();
    List<Match> matched = stillMatched(content, before, source);
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
      Company.Source source,
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
        content.editedAt(),
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

  private static String conversation(Post.Content content, Map<String, Known> known) {
    if (content.threadRoot() != null) {
      return content.threadRoot();
    }
    Known parent = content.inReplyTo() == null ? null : known.get(content.inReplyTo());
    return parent == null ? content.id() : parent.conversationId();
  }

  private List<Match> matched(Post.Content content, Company.Source source) {
    List<Match> matched = terms.in(content.text());
    if (!matched.isEmpty()) {
      return matched;
    }
    String brand = source.brand();
    if (brand == null && ALL_OURS.contains(source.kind())) {
      brand = company.brands().get(0).name();
    }
    return brand == null ? List.of() : List.of(ofSource(source, brand));
  }

  /** An edit that names nothing any more stays with what the post was heard for. */
  private List<Match> stillMatched(Post.Content content, Known before, Company.Source source) {
    List<Match> named = terms.in(content.text());
    if (!named.isEmpty()) {
      return named;
    }
    List<Match> fallback = before.matched().isEmpty() ? matched(content, source) : before.matched();
    return fallback.isEmpty()
        ? List.of(ofSource(source, company.brands().get(0).name()))
        : fallback;
  }

  private static Match ofSource(Company.Source source, String brand) {
    return new Match("source:" + source.id(), Match.Kind.BRAND, brand);
  }

  private boolean own(Post.Content content) {
    return isOwn(content.network(), content.author().id())
        || isOwn(content.network(), content.author().handle());
  }

  private boolean isOwn(String network, @Nullable String name) {
    return name != null && ownAccounts.contains(network + ":" + name);
  }
}
