package dev.frontline.classify.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void modelsThatDecideAlikeDoNotDiffer() {
    Comparison same = Comparison.of(posts(20, new Decided(true, 1, true, true)));

    assertThat(same.right()).isEqualTo(new Change(100, 100, 0, 0));
    assertThat(same.worse()).isFalse();
  }

  @Test
  void onePostThatTurnsWrongIsNoiseAndTenAreNot() {
    assertThat(turnedWrong(1).worse()).isFalse();
    assertThat(turnedWrong(10).worse()).isTrue();
  }

  @Test
  void aFallThatFewPostsMakeLookLikeNoiseIsStillAFall() {
    List<Decided> posts = new ArrayList<>(posts(16, new Decided(true, 1, true, true)));
    posts.addAll(posts(2, new Decided(true, 1, true, false)));

    Comparison fallen = Comparison.of(posts);

    assertThat(fallen.worse()).isFalse();
    assertThat(fallen.fell()).isTrue();
    assertThat(turnedWrong(1).fell()).isFalse();
  }

  @Test
  void asMuchGainedAsLostIsNoise() {
    List<Decided> posts = new ArrayList<>(posts(80, new Decided(false, 1, false, false)));
    posts.addAll(posts(10, new Decided(false, 1, true, false)));
    posts.addAll(posts(10, new Decided(false, 1, false, true)));

    assertThat(Comparison.of(posts).worse()).isFalse();
  }

  @Test
  void losingARareLabelShowsInItsF1() {
    List<Decided> posts = new ArrayList<>(posts(990, new Decided(false, 1, false, false)));
    posts.addAll(posts(10, new Decided(true, 1, true, false)));

    Comparison lost = Comparison.of(posts);

    assertThat(Objects.requireNonNull(lost.f1()).before()).isEqualTo(100);
    assertThat(Objects.requireNonNull(lost.f1()).after()).isZero();
    assertThat(Objects.requireNonNull(lost.f1()).worse()).isTrue();
  }

  @Test
  void whatWasOnlyLeftStandingWeighsLess() {
    List<Decided> posts = new ArrayList<>(posts(10, new Decided(true, 1, false, true)));
    posts.addAll(posts(10, new Decided(false, 0.1, false, true)));

    assertThat(Comparison.of(posts).right().after()).isEqualTo(90.9);
  }

  @Test
  void theSamePostsGiveTheSameInterval() {
    assertThat(turnedWrong(4)).isEqualTo(turnedWrong(4));
  }

  private static Comparison turnedWrong(int count) {
    List<Decided> posts = new ArrayList<>(posts(100 - count, new Decided(true, 1, true, true)));
    posts.addAll(posts(count, new Decided(true, 1, true, false)));
    return Comparison.of(posts);
  }

  private static List<Decided> posts(int count, Decided post) {
    return Collections.nCopies(count, post);
  }
}
