package dev.frontline.classify.mention;

import static dev.frontline.classify.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.model.Judgement;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.mention.Mention;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgingTest {

  private static final long MILLI = 1_000_000;

  private final AtomicLong nanos = new AtomicLong(77);
  private boolean encoderStopped;

  /** Each question to the encoder takes ten milliseconds. */
  private final Judge judge =
      new Judge() {
        @Override
        public Judgement judge(Mention mention) {
          return said("0", !mention.text().startsWith("sure"));
        }

        @Override
        public @Nullable Judgement deepen(Mention mention) {
          nanos.addAndGet(10 * MILLI);
          return encoderStopped ? null : said("1", false);
        }
      };

  private final Judging judging = new Judging(judge, nanos::get);

  @Test
  void onlyTheDoubtfulGoToTheEncoder() {
    List<Mention> posts = List.of(post("1", "ada", "sure"), post("2", "ada", "hm"));

    Map<Mention, Judgement> judged = judging.judge(posts, 2);

    assertThat(posts).extracting(p -> judged.get(p).tier()).containsExactly("0", "1");
  }

  @Test
  void aPollHasAQuarterOfASecondAndTheRestIsShed() {
    Map<Mention, Judgement> judged = judging.judge(doubtful(100), 1);

    assertThat(deepened(judged)).isEqualTo(25);
    assertThat(judged.values()).filteredOn(Judgement::shallow).hasSize(75);
  }

  @Test
  void underABacklogTheEncoderIsNotAsked() {
    assertThat(deepened(judging.judge(doubtful(50), Allowance.BACKLOG))).isZero();
  }

  @Test
  void theAllowanceShrinksWithWhatAPollBrings() {
    assertThat(deepened(judging.judge(doubtful(50), Allowance.BACKLOG / 2))).isEqualTo(13);
  }

  @Test
  void whatIsSpentComesBackWithTimeAndNeverMoreThanAPollMaySpend() {
    judging.judge(doubtful(100), 1);
    nanos.addAndGet(100 * MILLI);
    long soon = deepened(judging.judge(doubtful(100), 1));
    nanos.addAndGet(3_600_000 * MILLI);
    long muchLater = deepened(judging.judge(doubtful(100), 1));

    // 350 ms since the first poll began, at 35 % of a core: 122.5 ms.
    assertThat(soon).isEqualTo(13);
    assertThat(muchLater).isEqualTo(25);
  }

  @Test
  void anEncoderThatHasStoppedLeavesPostsShed() {
    encoderStopped = true;

    assertThat(judging.judge(doubtful(3), 3).values()).allMatch(Judgement::shallow);
  }

  private static long deepened(Map<Mention, Judgement> judged) {
    Collection<Judgement> all = judged.values();
    return all.stream().filter(j -> j.tier().equals("1")).count();
  }

  private static List<Mention> doubtful(int count) {
    return IntStream.range(0, count).mapToObj(i -> post("p" + i, "ada", "hm")).toList();
  }

  private static Judgement said(String tier, boolean shallow) {
    return new Judgement("en", Sentiment.NEUTRAL, Map.of(), false, "m1", tier, shallow, List.of());
  }
}
