package dev.frontline.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.network.HostileBodies;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Traits.Deletion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every review site; each says how its own server speaks. */
public abstract class ReviewContract {

  protected static final Instant BEFORE = Rig.NOON.minusSeconds(60);

  /** Reviews as they stand, latest first. */
  protected final List<Item> items = Collections.synchronizedList(new ArrayList<>());

  /** What the next requests for reviews are answered with, instead. */
  protected final List<Reply> troubles = Collections.synchronizedList(new ArrayList<>());

  protected final Served network = new Served(this::answer);
  protected final NetworkSource kind = kind();
  protected Rig rig;

  /** A review. */
  public record Item(
      String id, int stars, String text, Instant at, Instant changed, @Nullable String answer) {}

  protected abstract NetworkSource kind();

  protected abstract @Nullable String secret();

  protected abstract Map<String, String> settings();

  /** The network's answer to whatever it is asked. */
  protected abstract Reply serve(Asked asked);

  /** Whether it asks for reviews, rather than for a token. */
  protected boolean asksForReviews(Asked asked) {
    return true;
  }

  /** The mention id of a review. */
  protected abstract String mention(String id);

  /** How many a page holds. */
  protected abstract int page();

  /** A page with one review around {@code @TEXT@}. */
  protected abstract String frame();

  /** Whether an edit of a review can be heard. */
  protected boolean tellsEdits() {
    return true;
  }

  private synchronized Reply answer(Asked asked) {
    return !troubles.isEmpty() && asksForReviews(asked) ? troubles.remove(0) : serve(asked);
  }

  protected Rig open() {
    return new Rig(kind, network.address(), secret(), settings());
  }

  @BeforeEach
  void begin() {
    rig = open();
  }

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  protected void say(String id, int stars, String text, Instant at) {
    items.add(0, new Item(id, stars, text, at, at, null));
  }

  @Test
  void aReviewIsTakenWithItsStars() {
    say("r1", 2, "leaks all over", BEFORE);

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo(mention("r1"));
              assertThat(mention.text()).startsWith("★★☆☆☆ ").endsWith("leaks all over");
              assertThat(mention.engagement().rating()).isEqualTo(2.0);
              assertThat(mention.createdAt()).isEqualTo(BEFORE);
              assertThat(mention.state()).isEqualTo(PostState.LIVE);
              assertThat(mention.author().displayName()).isEqualTo("Jo");
              assertThat(mention.url()).isNotNull();
            });
  }

  @Test
  void pagesAreReadToTheEndAndNothingIsToldTwice() {
    int many = page() * 2 + page() / 2;
    for (int n = 0; n < many; n++) {
      say("r" + n, 1 + n % 5, "leaks " + n, BEFORE);
    }

    rig.turn();
    rig.clock.forward(Duration.ofHours(2));
    rig.turn();

    assertThat(rig.posted()).extracting(Mention::id).doesNotHaveDuplicates().hasSize(many);
  }

  @Test
  void aBusyServerIsLeftAloneAsLongAsItSays() {
    troubles.add(new Reply(429, Map.of("Retry-After", "90"), ""));
    say("r1", 1, "leaks", BEFORE);

    Instant due = rig.turn();
    rig.clock.forward(Duration.ofSeconds(89));
    Instant stillDue = rig.turn();
    rig.clock.forward(Duration.ofSeconds(2));
    rig.turn();

    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(90));
    assertThat(stillDue).isEqualTo(Rig.NOON.plusSeconds(90));
    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void aBrokenServerAndHalfAnAnswerLoseNothing() {
    say("r1", 1, "leaks", BEFORE);
    troubles.add(Reply.status(503));
    troubles.add(Reply.json(frame().substring(0, frame().length() / 2)));
    troubles.add(Reply.json("<html>sorry</html>"));

    rig.run(Duration.ofMinutes(5));

    assertThat(rig.posted()).extracting(Mention::id).containsExactly(mention("r1"));
    assertThat(rig.parked()).hasSize(2);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void whoIsNotAllowedNeedsAPerson() {
    troubles.add(new Reply(403, Map.of(), "{\"error\":\"not yours\"}"));

    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
    assertThat(rig.trouble()).contains("not yours");
  }

  @Test
  void aChangedReviewIsAnEdit() {
    say("r1", 1, "leaks", BEFORE);
    rig.turn();
    rig.clock.forward(Duration.ofHours(2));
    Instant later = Rig.NOON.plusSeconds(3600);
    items.set(0, new Item("r1", 4, "fixed now", BEFORE, later, null));

    rig.turn();
    rig.clock.forward(Duration.ofHours(2));
    rig.turn();

    List<Mention> edits =
        rig.told().stream()
            .filter(MentionEdited.class::isInstance)
            .map(event -> ((MentionEdited) event).mention())
            .toList();
    assertThat(edits).hasSize(tellsEdits() ? 1 : 0);
    assertThat(edits).allMatch(mention -> mention.text().startsWith("★★★★☆ "));
  }

  @Test
  void whatIsDeletedThereIsWithdrawnWhereItCanBeLookedUp() {
    say("r1", 1, "leaks", BEFORE);
    say("r2", 1, "leaks too", BEFORE);
    rig.turn();
    items.remove(0);

    rig.run(Duration.ofHours(3));

    assertThat(deleted())
        .isEqualTo(kind.traits().deletion() == Deletion.SWEEP ? List.of(mention("r2")) : List.of());
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    int many = page() + 3;
    for (int n = 0; n < many; n++) {
      say("r" + n, 1, "leaks " + n, BEFORE);
    }
    int crashes =
        PollCrash.at(
            IntStream.of(
                1,
                2,
                page(),
                page() + 1,
                page() + 2,
                page() + 3,
                page() + 4,
                page() + 5,
                page() + 7),
            () -> open(),
            ids -> ids.doesNotHaveDuplicates().hasSize(many));
    assertThat(crashes).isGreaterThanOrEqualTo(16);
  }

  @Test
  void noBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    HostileBodies.areTakenOrTold(
        rig,
        120,
        Duration.ofHours(1),
        n -> {
          troubles.clear();
          troubles.add(new Reply(200, Map.of(), HostileBodies.body(n, frame())));
        });
    assertThat(rig.posted()).isNotEmpty();
  }

  protected List<String> deleted() {
    return rig.told().stream()
        .filter(MentionDeleted.class::isInstance)
        .map(IngestEvent::mentionId)
        .toList();
  }

  protected ReplyRequested reply(String id, String text) {
    return new ReplyRequested(
        "r-1", "case-1", mention(id), "n", "rigged", mention(id), text, null, "ana", Rig.NOON);
  }

  protected static <T> List<T> slice(List<T> all, int from, int size) {
    List<T> now = List.copyOf(all);
    return now.subList(Math.min(from, now.size()), Math.min(from + size, now.size()));
  }
}
