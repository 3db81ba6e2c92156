package dev.frontline.routing.policy;

import static dev.frontline.routing.policy.CompanyFixture.SLA;
import static dev.frontline.routing.policy.CompanyFixture.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Priority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void anUrgentCaseIsDueAfterItsPromiseAndTheSumIsToldInTheCompanysTime() {
    Due due = Deadlines.firstResponse(SLA, ZONE, Priority.URGENT, NINE);

    assertThat(due.at()).isEqualTo(NINE.plus(Duration.ofMinutes(30)));
    assertThat(due.kind()).isEqualTo("first_response");
    assertThat(due.why()).isEqualTo("accepted 09:00 + 30 min (urgent) = 09:30");
  }

  @Test
  void aDeadlineOnAnotherDayNamesTheDay() {
    Due due = Deadlines.firstResponse(SLA, ZONE, Priority.LOW, NINE);

    assertThat(due.why()).isEqualTo("accepted 09:00 + 24 h (low) = Tue 3 Mar 09:00");
  }

  @Test
  void everyPriorityHasItsOwnPromise() {
    assertThat(Deadlines.firstResponse(SLA, ZONE, Priority.HIGH, NINE).at())
        .isEqualTo(NINE.plus(SLA.high()));
    assertThat(Deadlines.firstResponse(SLA, ZONE, Priority.NORMAL, NINE).at())
        .isEqualTo(NINE.plus(SLA.normal()));
  }

  @Test
  void triageHasItsOwnKindOfDeadline() {
    Due due = Deadlines.triage(SLA, ZONE, NINE);

    assertThat(due.kind()).isEqualTo("triage");
    assertThat(due.why()).isEqualTo("accepted 09:00 + 1 h 30 min (triage) = 10:30");
  }
}
