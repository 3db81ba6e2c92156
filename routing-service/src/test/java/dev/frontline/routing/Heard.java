package dev.frontline.routing;

import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A judged post about an invented maker of kettles, told step by step. */
public final class Heard {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final String id;
  private String author = "kim";
  private long followers = 50;
  private String conversation;
  private String text = "My kettle leaks";
  private String inReplyTo;
  private String repostOf;
  private String nearCopyOf;
  private List<Match> matched = List.of(new Match("q1", Match.Kind.BRAND, "Kettlery"));
  private final Map<String, LabelScore> labels = new HashMap<>();
  private final List<About> apart = new ArrayList<>();
  private String tier = "0";
  private boolean unsure;
  private boolean own;
  private String story;
  private boolean history;
  private long networkVersion = 1;
  private long reach = 100;
  private Instant at = NOON;
  private Instant acceptedAt;
  private Instant judgedAt;

  private Heard(String id) {
    this.id = "mastodon:" + id;
    this.conversation = this.id;
  }

  /** A post that nobody labelled yet. */
  public static Heard post(String id) {
    return new Heard(id);
  }

  /** A customer whose kettle leaks. */
  public static Heard complaint(String id) {
    return post(id).labelled("complaint");
  }

  public Heard by(String who) {
    author = who;
    return this;
  }

  public Heard in(String conversationOf) {
    conversation = "mastodon:" + conversationOf;
    inReplyTo = conversation;
    return this;
  }

  /** Below a post that was not heard yet, so in a conversation of its own. */
  public Heard answering(String postOf) {
    inReplyTo = "mastodon:" + postOf;
    return this;
  }

  /** Below that post, in a thread that began with another. */
  public Heard rootedIn(String threadOf) {
    conversation = "mastodon:" + threadOf;
    return this;
  }

  public Heard followedBy(long many) {
    followers = many;
    return this;
  }

  public Heard saying(String words) {
    text = words;
    return this;
  }

  /** Holds, but not surely enough to interrupt anybody. */
  public Heard quietlyLabelled(String name) {
    labels.put(name, new LabelScore(0.4, true, List.of("leaks"), "0", "test-1", true));
    return this;
  }

  public Heard labelled(String... names) {
    for (String name : names) {
      labels.put(name, new LabelScore(0.9, true, List.of("leaks"), "0", "test-1"));
    }
    return this;
  }

  public Heard unsure() {
    unsure = true;
    return this;
  }

  public Heard own() {
    own = true;
    author = "kettlery";
    return this;
  }

  public Heard lookedBack() {
    history = true;
    return this;
  }

  public Heard repostOf(String original) {
    repostOf = "mastodon:" + original;
    return this;
  }

  public Heard nearCopyOf(String original) {
    nearCopyOf = "mastodon:" + original;
    return this;
  }

  /** Others say nearly the same. */
  public Heard telling(String storyOf) {
    story = "mastodon:" + storyOf;
    return this;
  }

  public Heard about(Match.Kind kind, String... names) {
    matched = new ArrayList<>();
    for (String name : names) {
      matched.add(new Match("q-" + name, kind, name));
    }
    return this;
  }

  /** Heard by a source that is only tried out. */
  public Heard onTrial() {
    matched = matched.stream().map(m -> m.tried(true)).toList();
    return this;
  }

  public Heard alsoAbout(Match.Kind kind, String name) {
    matched = new ArrayList<>(matched);
    matched.add(new Match("q-" + name, kind, name));
    return this;
  }

  /** What it says of one of the brands that it names, in place of what it says as a whole. */
  public Heard sayingOf(Match.Kind kind, String name, String... labelled) {
    Map<String, LabelScore> theirs = new HashMap<>();
    for (String label : labelled) {
      theirs.put(label, new LabelScore(0.9, true, List.of(label), "0", "test-1"));
    }
    apart.add(new About(name, kind, theirs, Sentiment.NEUTRAL));
    return this;
  }

  public Heard aboutNothing() {
    matched = List.of();
    return this;
  }

  public Heard at(Instant when) {
    at = when;
    return this;
  }

  public Heard backFilledAt(Instant when) {
    acceptedAt = when;
    return this;
  }

  public Heard saidByAPersonAt(Instant when) {
    judgedAt = when;
    return saidByAPerson();
  }

  public Heard version(long version) {
    networkVersion = version;
    return this;
  }

  public Heard saidByAPerson() {
    tier = "human";
    return this;
  }

  public String id() {
    return id;
  }

  public Mention mention() {
    return new Mention(
        id,
        "mastodon",
        new Author(author, author, author, followers, null, null),
        text,
        "en",
        at,
        at,
        acceptedAt == null ? at : acceptedAt,
        null,
        "https://social.example/" + id,
        inReplyTo,
        null,
        List.of(),
        Engagement.NONE,
        PostState.LIVE,
        conversation,
        "hooks",
        matched,
        repostOf,
        reach,
        networkVersion,
        own,
        true,
        true,
        history);
  }

  public Classification classification() {
    return new Classification(
        labels,
        Sentiment.NEUTRAL,
        "en",
        tier,
        "test-1",
        unsure,
        false,
        null,
        story,
        nearCopyOf,
        judgedAt == null ? at : judgedAt,
        List.of(),
        apart);
  }

  public ClassifyEvent classified() {
    return new ClassifyEvent.MentionClassified(mention(), classification());
  }

  public ClassifyEvent judgedAgain(ClassifyEvent.Cause cause, long revision, String by) {
    return new ClassifyEvent.MentionReclassified(mention(), classification(), cause, revision, by);
  }

  public ClassifyEvent withdrawn(long version) {
    return new ClassifyEvent.MentionWithdrawn(id, conversation, version, at.plusSeconds(60));
  }

  /** Its source lets its text be kept no longer. */
  public ClassifyEvent expired(long version) {
    return new ClassifyEvent.MentionWithdrawn(id, conversation, version, at.plusSeconds(60), true);
  }
}
