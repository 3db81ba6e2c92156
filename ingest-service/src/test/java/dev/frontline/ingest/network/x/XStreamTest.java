package dev.frontline.ingest.network.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.Crashing.Crash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class XStreamTest {

  private static final String STREAM = "/2/tweets/search/stream";

  private final Site site = new Site();
  private volatile Reply streamTrouble = Reply.status(0);
  private volatile int streamTroubles;
  private final Served network = new Served(this::answer);
  private Rig rig = streaming(Map.of());

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void rulesAreMadeToSayWhatIsListenedForAndThoseOfOthersStay() {
    site.rules.put("theirs", "somebody-else");
    site.rules.put("outdated", "frontline-rigged");

    rig.until(() -> network.lines() == 1);

    assertThat(site.rules)
        .isEqualTo(Map.of("theirs", "somebody-else", "kettlery", "frontline-rigged"));
    Asked stream = network.asked("GET", STREAM).get(0);
    assertThat(stream.headers()).containsEntry("Authorization", "Bearer token");
    assertThat(stream.query()).containsKey("tweet.fields").doesNotContainKey("backfill_minutes");
  }

  @Test
  void postsAreHeardPaidForAndEmptyLinesKeepTheLineAlive() {
    rig.until(() -> network.lines() == 1);
    ObjectNode post = site.post(1, Rig.NOON, "kettlery live");

    network.say(Site.frame(post));
    network.say("");
    network.say("{\"data\":{\"id\":\"no id\"}}");
    network.say("{\"broken");
    network.say("{\"errors\":[{\"title\":\"operational-disconnect\"}]}");
    rig.until(() -> rig.parked().size() == 2);

    assertThat(XTest.ids(rig)).containsExactly("x:" + post.path("id").asText());
    assertThat(rig.cost()).isGreaterThanOrEqualTo(0.015);
  }

  @Test
  void aLineWithoutASignOfLifeIsOpenedAgain() {
    rig.until(() -> network.lines() == 1);
    rig.clock.forward(Duration.ofSeconds(26));

    rig.turn();
    assertThat(rig.trouble()).contains("no sign of life");
    rig.until(() -> network.asked("GET", STREAM).size() == 2);
  }

  @Test
  void whatIsSaidWhileTheLineIsCutIsFoundBySearch() {
    rig.until(() -> network.lines() == 1);
    network.say(Site.frame(site.post(0, Rig.NOON.minusSeconds(20), "kettlery before")));
    rig.until(() -> rig.posted().size() == 1);
    network.cut();
    IntStream.range(1, 130).forEach(n -> site.post(n, Rig.NOON.plusSeconds(n), "kettlery " + n));
    rig.clock.forward(Duration.ofMinutes(10));

    rig.until(() -> rig.posted().size() == 130);

    assertThat(rig.posted()).extracting(Mention::id).doesNotHaveDuplicates();
  }

  @Test
  void tooManyConnectionsAreALimitThatIsObeyed() {
    streamTrouble =
        Reply.status(429)
            .with("x-rate-limit-reset", String.valueOf(Rig.NOON.plusSeconds(300).getEpochSecond()));
    streamTroubles = 1;

    assertThat(rig.turn()).isEqualTo(Rig.NOON.plusSeconds(300));
  }

  @Test
  void aStreamIsClosedWhenItsCapIsReached() {
    rig.close();
    rig = streaming(Map.of("spendCap", "0.3"));
    rig.until(() -> network.lines() == 1);
    for (int n = 0; n < 20; n++) {
      network.say(Site.frame(site.post(n, Rig.NOON, "kettlery " + n)));
    }

    rig.until(rig::needsAttention);

    assertThat(rig.trouble()).contains("0.30 US dollars for March 2026 are spent");
    int opened = network.asked("GET", STREAM).size();
    rig.clock.forward(Duration.ofHours(1));
    rig.turn();
    assertThat(network.asked("GET", STREAM)).hasSize(opened);
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() {
    IntStream.range(0, 20)
        .forEach(n -> site.post(n, Rig.NOON.minusSeconds(100 - n), "kettlery " + n));
    int crashes = 0;
    for (int effect = 1; effect <= 14; effect++) {
      for (boolean after : new boolean[] {false, true}) {
        try (Rig one = streaming(Map.of("lookback", "PT1H"))) {
          one.crashing.atEffect(effect, after);
          try {
            one.until(() -> one.posted().size() == 20);
            network.say(Site.frame(site.posts.get(7)));
            one.turn();
          } catch (Crash e) {
            crashes++;
          }
          one.crashing.never();
          one.restart();
          one.until(() -> one.posted().size() == 20);
          one.turn();

          assertThat(one.posted())
              .as("ended at effect %d, %s it", effect, after ? "after" : "before")
              .extracting(Mention::id)
              .hasSize(20)
              .doesNotHaveDuplicates();
        }
        network.cut();
      }
    }
    assertThat(crashes).isGreaterThan(14);
  }

  private Reply answer(Asked asked) {
    if (asked.path().equals(STREAM) && streamTroubles > 0) {
      streamTroubles--;
      return streamTrouble;
    }
    return site.answer(asked);
  }

  private Rig streaming(Map<String, String> settings) {
    Map<String, String> all =
        new HashMap<>(Map.of("query", "kettlery", "spendCap", "50", "stream", "true"));
    all.putAll(settings);
    return new Rig(new X(), network.address(), "token", all);
  }
}
