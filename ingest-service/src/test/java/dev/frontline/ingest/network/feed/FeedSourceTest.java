package dev.frontline.ingest.network.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsStack
class FeedSourceTest {

  private static final Duration EVERY = Duration.ofMinutes(5);

  private volatile Reply reply = Feeds.ok(Feeds.rss("", "Kettlery opens a shop", "Weather"));
  private Served publisher;
  private Rig rig;

  @BeforeEach
  void open() {
    publisher =
        new Served(
            asked ->
                reply.headers().containsKey("ETag")
                        && reply.headers().get("ETag").equals(asked.headers().get("If-none-match"))
                    ? Reply.status(304)
                    : reply);
    rig = new Rig(new FeedSource(), publisher.address() + "/feed", null, Map.of());
  }

  @AfterEach
  void close() {
    rig.close();
    publisher.close();
  }

  @Test
  void whatNamesABrandIsTakenOnceHoweverOftenItIsRead() {
    rig.turn();
    rig.clock.forward(EVERY);
    rig.turn();

    assertThat(rig.posted()).extracting(Mention::id).containsExactly("feed:https://n.invalid/1");
  }

  @Test
  void atomAndJsonFeedAreReadAsRssIs() {
    reply = Feeds.ok(Feeds.atom("Kettlery in Atom"));
    rig.turn();
    reply = Feeds.ok(Feeds.json("Kettlery in JSON"));
    rig.clock.forward(EVERY);
    rig.turn();

    assertThat(rig.posted())
        .extracting(Mention::text)
        .containsExactly("Kettlery in Atom", "Kettlery in JSON\nwords");
  }

  @Test
  void aServerThatSaysThatNothingChangedIsAskedForNoMore() {
    reply = reply.with("ETag", "\"v1\"");
    rig.turn();
    rig.clock.forward(EVERY);

    Instant due = rig.turn();

    assertThat(publisher.asked()).hasSize(2);
    assertThat(publisher.asked().get(1).headers()).containsEntry("If-none-match", "\"v1\"");
    assertThat(due).isEqualTo(rig.clock.instant().plus(EVERY));
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void aBusyServerIsLeftAloneAsLongAsItSays() {
    Reply good = reply;
    reply = Reply.status(429).with("Retry-After", "90");

    Instant due = rig.turn();
    reply = good;
    rig.clock.forward(Duration.ofSeconds(89));
    rig.turn();
    int askedMeanwhile = publisher.asked().size();
    rig.clock.forward(Duration.ofSeconds(2));
    rig.turn();

    assertThat(due).isEqualTo(Rig.NOON.plusSeconds(90));
    assertThat(askedMeanwhile).isEqualTo(1);
    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void aFeedThatWantsASignInNeedsAPersonAndNothingIsLostMeanwhile() {
    Reply good = reply;
    reply = Reply.status(401);

    Instant due = rig.turn();
    assertThat(rig.needsAttention()).isTrue();
    reply = good;
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.needsAttention()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aServerThatFailsIsAskedAgainAndNothingIsLost(int status) {
    Reply good = reply;
    reply = Reply.status(status);

    Instant due = rig.turn();
    assertThat(rig.trouble()).contains(String.valueOf(status));
    reply = good;
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.posted()).hasSize(1);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void halfAFeedIsParkedAndTheWholeOneReadNextTime() {
    Reply good = reply;
    String whole = Feeds.rss("", "Kettlery opens a shop");
    reply = Feeds.ok(whole.substring(0, whole.length() - 40)).with("ETag", "\"half\"");

    Instant due = rig.turn();
    assertThat(rig.posted()).isEmpty();
    assertThat(rig.parked()).hasSize(1);
    reply = good;
    rig.clock.to(due);
    rig.turn();

    assertThat(rig.posted()).hasSize(1);
  }

  @Test
  void whatIsNoFeedIsParkedWithItsReason() {
    reply = Feeds.ok("<!doctype html><p>We moved, kettlery fans!");

    rig.turn();

    assertThat(rig.parked())
        .singleElement()
        .satisfies(parked -> assertThat(parked.reason()).contains("no RSS or Atom"));
    assertThat(rig.posted()).isEmpty();
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    reply = Feeds.ok(Feeds.rss("", "Kettlery 1", "Kettlery 2", "Kettlery 3", "Kettlery 4"));
    AtomicInteger version = new AtomicInteger();
    int crashes =
        PollCrash.at(
            IntStream.rangeClosed(1, 8),
            EVERY,
            () -> {
              reply = reply.with("ETag", "\"v" + version.incrementAndGet() + "\"");
              return new Rig(new FeedSource(), publisher.address() + "/feed", null, Map.of());
            },
            told -> told.containsExactlyInAnyOrderElementsOf(Feeds.ids(4)));
    assertThat(crashes).isGreaterThanOrEqualTo(8);
  }
}
