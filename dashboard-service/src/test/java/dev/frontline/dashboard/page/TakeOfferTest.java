package dev.frontline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.dashboard.Fixture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TakeOfferTest {

  private static final List<String> MEMBERS = List.of("anna", "ben");

  @Test
  void what_waits_for_nobody_or_for_the_viewer_can_be_taken() {
    assertThat(offer(CaseStatus.QUEUED, null, "anna")).isEqualTo(new TakeOffer("Take", "take"));
    assertThat(offer(CaseStatus.QUEUED, "anna", "anna")).isEqualTo(new TakeOffer("Take", "take"));
    assertThat(offer(CaseStatus.ANSWERED, null, "anna")).isEqualTo(new TakeOffer("Take", "take"));
  }

  @Test
  void what_was_only_meant_for_somebody_else_can_be_taken_over_like_that() {
    TakeOffer over = new TakeOffer("Take over", "take");

    assertThat(offer(CaseStatus.QUEUED, "ben", "anna")).isEqualTo(over);
    assertThat(offer(CaseStatus.ANSWERED, "ben", "lena")).isEqualTo(over);
  }

  @Test
  void what_somebody_works_on_is_taken_over_only_by_who_may_own_it() {
    assertThat(offer(CaseStatus.TAKEN, "ben", "anna"))
        .isEqualTo(new TakeOffer("Take over", "take-over"));
    assertThat(offer(CaseStatus.TAKEN, "ben", "lena")).isNull();
  }

  @Test
  void the_owner_and_who_looks_at_a_resolved_case_have_nothing_to_take() {
    assertThat(offer(CaseStatus.TAKEN, "anna", "anna")).isNull();
    assertThat(offer(CaseStatus.ANSWERED, "anna", "anna")).isNull();
    assertThat(offer(CaseStatus.RESOLVED, "ben", "anna")).isNull();
  }

  private static @Nullable TakeOffer offer(
      CaseStatus status, @Nullable String owner, String viewer) {
    CaseState c = Fixture.aCaseThatIs(status, owner);
    return TakeOffer.of(c, viewer, MEMBERS);
  }
}
