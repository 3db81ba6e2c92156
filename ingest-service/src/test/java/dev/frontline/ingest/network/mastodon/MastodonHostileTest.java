package dev.frontline.ingest.network.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.network.HostileBodies;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsStack
class MastodonHostileTest {

  private static final String GOOD =
      "[{\"id\":\"9\",\"uri\":\"https://ex.social/s/9\",\"created_at\":\"2026-03-02T11:59:00Z\",\"content\":\"@TEXT@\",\"account\":{\"id\":\"77\",\"acct\":\"ana\"}}]";
  private static final int BODIES = 340;

  @Test
  void noBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    int[] n = {0};
    try (Served network =
            new Served(asked -> new Reply(200, Map.of(), HostileBodies.body(n[0], GOOD)));
        Rig rig = new Rig(new Mastodon(), network.address(), null, Map.of("tags", "kettlery"))) {
      HostileBodies.areTakenOrTold(rig, BODIES, Duration.ofMinutes(10), body -> n[0] = body);
      assertThat(rig.posted()).allSatisfy(m -> assertThat(m.text()).doesNotContain("<script>"));
    }
  }
}
