package dev.frontline.ingest.network.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.source.Sought;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@NeedsStack
class XSearchTest {

  private static final Sought SOUGHT =
      new Sought(List.of("kettlery", "on fire"), Rig.NOON.minus(Duration.ofDays(7)), 100);

  private final Site site = new Site();
  private final X x = new X();

  @Test
  void aSearchIsPaidForAsAnyReading() throws Exception {
    for (int n = 0; n < 30; n++) {
      site.post(n, Rig.NOON.minusSeconds(60), "kettlery " + n);
    }
    try (Served network = new Served(site::answer);
        Rig rig = searching(network, "10")) {
      List<Post> found =
          x.search(rig.opened(), new Sought(SOUGHT.words(), SOUGHT.since(), 20)).posts();

      assertThat(found).hasSize(20);
      assertThat(network.asked().get(0).query())
          .containsEntry("query", "\"kettlery\" \"on fire\" -is:retweet")
          .containsEntry("max_results", "20");
      assertThat(rig.cost()).isEqualTo(20 * 0.005 + 0.010, Assertions.within(1e-9));
      assertThat(x.pricePerPost(rig.opened())).isEqualTo(15_000);
    }
  }

  @Test
  void whereTheCapIsReachedNothingIsAsked() {
    try (Served network = new Served(site::answer);
        Rig rig = searching(network, "0.10")) {
      assertThatThrownBy(() -> x.search(rig.opened(), SOUGHT))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.SPENT));
      assertThat(network.asked()).isEmpty();
      assertThat(rig.cost()).isZero();
    }
  }

  private Rig searching(Served network, String cap) {
    return new Rig(x, network.address(), "app", Map.of("spendCap", cap));
  }
}
