package dev.frontline.routing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotesTest {

  @Test
  void noWordOfAPostStaysInWhatTheRulesSaid() {
    assertThat(
            Quotes.without(
                List.of(
                    "It is a complaint (93 %, because of \"broke) again\", the post as a whole).",
                    "It is about lids (because of \"lid\", \"broke\").",
                    "It was written by Ada.",
                    "It is not a question (3 %).")))
        .containsExactly(
            "It is a complaint (93 %).", "It is about lids.", "It is not a question (3 %).");
  }
}
