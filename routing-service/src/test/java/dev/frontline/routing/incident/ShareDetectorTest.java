package dev.frontline.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareDetectorTest {

  /** As the watch asks of a mood. */
  private static final double BAR = 2.1;

  private static final int DAY = 24 * 60;

  private final ShareDetector detector = new ShareDetector();
  private final Random random = new Random(20261128);

  @Test
  void aMoodThatTurnsIsSeenWithinTheHourAtTwoThousandPostsADay() {
    feed(10 * DAY, 2_000, 0.2);

    assertThat(feed(60, 2_000, 0.6)).isGreaterThan(BAR);
  }

  @Test
  void tenTimesThePostsInTheSameMoodAreNoTurn() {
    feed(10 * DAY, 2_000, 0.2);

    assertThat(feed(3 * 60, 20_000, 0.2)).isLessThan(BAR);
  }

  @Test
  void aMonthOfOrdinaryDaysStaysQuiet() {
    feed(10 * DAY, 2_000, 0.25);

    assertThat(feed(30 * DAY, 2_000, 0.25)).isLessThan(BAR);
  }

  @Test
  void fewPostsAreNoShare() {
    feed(30 * DAY, 20, 0.2);

    assertThat(feed(6 * 60, 60, 1)).isZero();
  }

  @Test
  void nothingIsSaidOnTheFirstDay() {
    assertThat(feed(DAY / 2, 2_000, 0.2)).isZero();
    assertThat(feed(60, 2_000, 0.9)).isZero();
  }

  @Test
  void aCrisisOfADayDoesNotBecomeUsual() {
    feed(20 * DAY, 2_000, 0.2);
    feed(DAY, 2_000, 0.8);

    assertThat(detector.share()).isLessThan(0.26);
  }

  @Test
  void chanceIsMeasuredInItsOwnDeviations() {
    // 100 posts of 400 where a fifth is usual: 2·20·(asin √.25 − asin √.2) = 2.4.
    assertThat(ShareDetector.surprise(100, 400, 0.2)).isBetween(2.35, 2.45);
    assertThat(ShareDetector.surprise(80, 400, 0.2)).isBetween(-0.01, 0.01);
  }

  @Test
  void whatWasWrittenGoesOnAsIfNothingHadHappened() throws IOException {
    feed(3 * DAY, 2_000, 0.2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    detector.write(new DataOutputStream(bytes));
    ShareDetector other = new ShareDetector();
    other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    for (int i = 0; i < 30; i++) {
      assertThat(other.next(3, 4)).isEqualTo(detector.next(3, 4));
    }
  }

  /** The largest surprise of so many minutes. */
  private double feed(int minutes, double postsADay, double share) {
    double most = 0;
    for (int i = 0; i < minutes; i++) {
      int posts = poisson(postsADay / DAY);
      int of = 0;
      for (int k = 0; k < posts; k++) {
        of += random.nextDouble() < share ? 1 : 0;
      }
      most = Math.max(most, detector.next(of, posts).surprise());
    }
    return most;
  }

  private int poisson(double mean) {
    double left = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > left; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
