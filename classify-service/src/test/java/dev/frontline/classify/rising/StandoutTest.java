package dev.frontline.classify.rising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.rising.HourOfTerms.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandoutTest {

  @Test
  void aTermThatManyPeopleUseOfASuddenStandsOut() {
    List<RisingTerm> rising = Standout.of(List.of(lately("valve", 9, 30)), quiet(), 10);

    assertThat(rising).hasSize(1);
    assertThat(rising.get(0).term()).isEqualTo("valve");
    assertThat(rising.get(0).authors()).isEqualTo(9);
    assertThat(rising.get(0).expected()).isLessThan(1);
    assertThat(rising.get(0).example()).isEqualTo("demo:valve");
  }

  @Test
  void onePersonWhoRepeatsThemselvesIsOnePerson() {
    HourOfTerms hour = new HourOfTerms();
    for (int i = 0; i < 40; i++) {
      hour.add(Set.of("valve"), 7, "demo:" + i);
    }

    assertThat(Standout.of(List.of(hour), quiet(), 10)).isEmpty();
  }

  @Test
  void whatIsAlwaysSaidThatMuchDoesNotStandOut() {
    List<HourOfTerms> usual = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      usual.add(counted("valve", 9, 30));
    }

    assertThat(Standout.of(List.of(lately("valve", 9, 30)), usual, 10)).isEmpty();
  }

  @Test
  void aBusyMorningAloneMakesNothingStandOut() {
    List<HourOfTerms> usual = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      usual.add(counted("valve", 2, 10));
    }

    assertThat(Standout.of(List.of(lately("valve", 20, 100)), usual, 10)).isEmpty();
    assertThat(Standout.of(List.of(lately("valve", 20, 10)), usual, 10)).isNotEmpty();
  }

  @Test
  void nothingIsSaidBeforeEnoughWasHeard() {
    assertThat(Standout.of(List.of(lately("valve", 30, 30)), List.of(), 10)).isEmpty();
  }

  @Test
  void aPairIsToldInsteadOfItsWords() {
    HourOfTerms hour = new HourOfTerms();
    for (int author = 0; author < 9; author++) {
      hour.add(Set.of("steam", "valve", "steam valve"), author, "demo:" + author);
    }

    assertThat(Standout.of(List.of(hour), quiet(), 10))
        .extracting(RisingTerm::term)
        .containsExactly("steam valve");
  }

  @Test
  void aTermThatMayHaveBeenLetGoIsExpectedOnceAnHour() {
    List<HourOfTerms> full = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      full.add(HourOfTerms.counted(Map.of(), 10, true));
    }

    assertThat(Standout.of(List.of(lately("valve", 9, 30)), full, 10)).isEmpty();
  }

  @Test
  void anAgedHourKeepsItsNumbersAndForgetsWhoItWas() {
    HourOfTerms hour = lately("valve", 9, 30);
    hour.age();

    assertThat(hour.authors("valve")).isEmpty();
    assertThat(hour.others("valve")).isEqualTo(9);
    assertThat(hour.counted()).containsEntry("valve", new Count(9, "demo:valve"));
  }

  private static HourOfTerms lately(String term, int authors, int posts) {
    HourOfTerms hour = new HourOfTerms();
    for (int author = 0; author < authors; author++) {
      hour.add(Set.of(term), author, "demo:" + term);
    }
    for (int i = authors; i < posts; i++) {
      hour.add(Set.of(), 1_000 + i, "demo:other");
    }
    return hour;
  }

  private static HourOfTerms counted(String term, int authors, int posts) {
    return HourOfTerms.counted(Map.of(term, new Count(authors, "demo:old")), posts, false);
  }

  private static List<HourOfTerms> quiet() {
    return List.of(counted("kettle", 30, 400));
  }
}
