package dev.frontline.classify.rows;

import static dev.frontline.classify.Cases.aCase;
import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.ownPost;
import static dev.frontline.classify.Posts.post;
import static dev.frontline.classify.Posts.postOfSilentTerms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseEvent.CaseResolved;
import dev.frontline.contracts.casefile.CaseEvent.MentionChanged;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandledCaseTest {

  @Test
  void whatAPersonLeftStandingOnAPostTheyHandledIsAWeakSay() {
    List<HandledCase.Confirmed> rows = resolved(Outcome.SOLVED, "mara");

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).row().says())
        .isEqualTo(
            Map.of(
                "complaint",
                new Say(true, Say.LEFT_STANDING, "mara", NOON),
                "lead",
                new Say(false, Say.LEFT_OFF, "mara", NOON)));
    assertThat(rows.get(0).row().matched()).containsExactly("Aurelia Air");
  }

  @Test
  void aLabelThatAPersonGaveIsNotCountedTwice() {
    assertThat(resolved(Outcome.SOLVED, "mara").get(0).row().says()).doesNotContainKey("question");
  }

  @ParameterizedTest
  @EnumSource(names = {"WRONGLY_ROUTED", "NO_ANSWER_NEEDED"})
  void aCaseThatWasWronglyRoutedOrNeededNoAnswerSaysNothing(Outcome outcome) {
    CaseState state = aCase("w", post("1", "ada", "lost"), outcome, "mara");
    CaseResolved event = new CaseResolved(state, NOON, "mara");

    assertThat(HandledCase.confirmed(event)).isEmpty();
    assertThat(HandledCase.unconfirmed(event)).containsExactly("demo:1");
  }

  @Test
  void aCaseThatNobodyHandledSaysNothing() {
    assertThat(resolved(Outcome.SOLVED, null)).isEmpty();
  }

  @Test
  void ourOwnPostsAndThoseOfSilentTermsAreNotLearnedFrom() {
    CaseState own = aCase("o", ownPost("2", "Sorry!"), Outcome.SOLVED, "mara");
    CaseState silent = aCase("s", postOfSilentTerms("3", "ada", "lost"), Outcome.SOLVED, "mara");

    assertThat(HandledCase.confirmed(new CaseResolved(own, NOON, "mara"))).isEmpty();
    assertThat(HandledCase.confirmed(new CaseResolved(silent, NOON, "mara"))).isEmpty();
  }

  @Test
  void whatAPostBecameSinceNobodyHas() {
    CaseState state = aCase("c", post("4", "ada", "lost"), Outcome.SOLVED, "mara");
    MentionChanged event = new MentionChanged(state, NOON, "system", "demo:4", "edited");

    assertThat(HandledCase.confirmed(event)).isEmpty();
    assertThat(HandledCase.unconfirmed(event)).containsExactly("demo:4");
  }

  private static List<HandledCase.Confirmed> resolved(Outcome outcome, @Nullable String by) {
    CaseState state = aCase("r", post("1", "ada", "My bag is lost"), outcome, by);
    return HandledCase.confirmed(new CaseResolved(state, NOON, "mara"));
  }
}
