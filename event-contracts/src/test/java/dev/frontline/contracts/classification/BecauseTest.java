package dev.frontline.contracts.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BecauseTest {

  @Test
  void onlyWhatThePostSaysIsQuoted() {
    assertThat(Because.sentence(List.of("still no answer", "(the post as a whole)")))
        .isEqualTo("\"still no answer\", the post as a whole");
    assertThat(Because.said("(known issue: Loose wand (Swift))"))
        .isEqualTo("known issue: Loose wand (Swift)");
  }
}
