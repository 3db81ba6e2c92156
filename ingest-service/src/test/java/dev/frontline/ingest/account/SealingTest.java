package dev.frontline.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String OTHER =
      Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes());

  private final Sealing sealing = Sealing.by(KEY, List.of());

  @Test
  void whatIsSealedOpensForItsOwnerAlone() {
    String sealed = sealing.seal("mastodon~1", "the token");

    assertThat(sealing.open("mastodon~1", sealed)).contains("the token");
    assertThat(sealing.open("mastodon~2", sealed)).isEmpty();
  }

  @Test
  void theSameTokenSealedTwiceLooksDifferent() {
    assertThat(sealing.seal("a", "the token")).isNotEqualTo(sealing.seal("a", "the token"));
  }

  @Test
  void whatWasChangedInTheStoreDoesNotOpen() {
    String sealed = sealing.seal("a", "the token");
    int middle = sealed.length() - 5;
    char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';

    assertThat(
            sealing.open("a", sealed.substring(0, middle) + other + sealed.substring(middle + 1)))
        .isEmpty();
    assertThat(sealing.open("a", sealed.substring(0, 20))).isEmpty();
    assertThat(sealing.open("a", "the token")).isEmpty();
  }

  @Test
  void aFormerKeyStillOpensAndTheNewOneSeals() {
    String old = sealing.seal("a", "the token");
    Sealing changed = Sealing.by(OTHER, List.of(KEY));

    assertThat(changed.open("a", old)).contains("the token");
    assertThat(changed.isOld(old)).isTrue();
    assertThat(changed.isOld(changed.seal("a", "the token"))).isFalse();
    assertThat(sealing.open("a", changed.seal("a", "the token"))).isEmpty();
  }

  @Test
  void aKeyOfTheWrongLengthIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> Sealing.by("c2hvcnQ=", List.of()))
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("c2hvcnQ=");
  }
}
