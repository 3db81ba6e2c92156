package dev.frontline.routing.policy;

import static dev.frontline.routing.policy.CompanyFixture.agent;
import static dev.frontline.routing.policy.CompanyFixture.withPeople;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Company;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StayingTest {

  private final Company.Shift day = new Company.Shift(List.of(), "09:00", "17:00");
  private final Company company =
      withPeople(
          agent("ana", List.of("en"), List.of(), day), agent("ben", List.of("en"), List.of(), day));

  @Test
  void theOwnerStaysWhoeverWouldGetItNow() {
    assertThat(why("ana", "ben"))
        .isEqualTo(
            "Stayed with Ana, who had it already; by itself the post would then have gone to Ben.");
  }

  @Test
  void whereTheOwnerWouldGetItAgainNobodyElseIsNamed() {
    assertThat(why("ana", "ana")).isEqualTo("Stayed with Ana, who had it already.");
    assertThat(why("ana", null)).isEqualTo("Stayed with Ana, who had it already.");
  }

  @Test
  void whoIsNoLongerInTheCompanyFileIsNamedById() {
    assertThat(why("zoe", null)).isEqualTo("Stayed with zoe, who had it already.");
  }

  @Test
  void aCaseThatNobodyHasIsNotSaidToBeAnybodys() {
    assertThat(why(null, "ben")).isEqualTo("Nobody of customer-service has it yet.");
    assertThat(why(null, null))
        .isEqualTo("Nobody of customer-service is on shift with room for one more.");
  }

  private String why(@Nullable String owner, @Nullable String choice) {
    return Staying.why(company, "customer-service", owner, choice);
  }
}
