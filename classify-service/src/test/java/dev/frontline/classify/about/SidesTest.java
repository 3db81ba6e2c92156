package dev.frontline.classify.about;

import static dev.frontline.classify.Posts.heardBy;
import static dev.frontline.classify.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Match.Kind;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SidesTest {

  static final Match OURS = new Match("q1", Kind.BRAND, "Aurelia Air");
  static final Match THEIRS = new Match("q2", Kind.RIVAL, "Kestrel");

  private final Sides sides = new Sides(TwoAirlines.COMPANY);

  @Test
  void eachGetsTheSentencesThatNameIt() {
    assertThat(said("Aurelia Air was on time. Kestrel lost my bag."))
        .containsEntry("Aurelia Air", "Aurelia Air was on time.")
        .containsEntry("Kestrel", "Kestrel lost my bag.");
  }

  @Test
  void whatNamesNobodyBelongsToWhoWasNamedLast() {
    assertThat(said("Lovely crew on Aurelia Air but Kestrel lost my bag. Third time this year!"))
        .containsEntry("Aurelia Air", "Lovely crew on Aurelia Air")
        .containsEntry("Kestrel", "but Kestrel lost my bag. Third time this year!");
  }

  @Test
  void whatComesBeforeAnyNameBelongsToWhoIsNamedFirst() {
    assertThat(said("Never again! Kestrel kept me waiting, Aurelia Air never did that to me."))
        .containsEntry("Kestrel", "Never again! Kestrel kept me waiting")
        .containsEntry("Aurelia Air", "Aurelia Air never did that to me.");
  }

  @Test
  void otherLanguagesTurnByTheirOwnWords() {
    assertThat(said("Kestrel war pünktlich, während Aurelia Air meinen Koffer verloren hat"))
        .containsEntry("Kestrel", "Kestrel war pünktlich")
        .containsEntry("Aurelia Air", "während Aurelia Air meinen Koffer verloren hat");
  }

  @Test
  void accountsAndProductsNameTheirBrand() {
    assertThat(said("@kestrelhelp your desk hung up on me. My Skycard points came at once"))
        .containsEntry("Kestrel", "@kestrelhelp your desk hung up on me.")
        .containsEntry("Aurelia Air", "My Skycard points came at once");
  }

  @Test
  void aClauseAboutBothIsSaidOfBoth() {
    assertThat(said("I have to choose between Kestrel and Aurelia Air. Kestrel is cheaper."))
        .containsEntry("Aurelia Air", "I have to choose between Kestrel and Aurelia Air.")
        .containsEntry(
            "Kestrel", "I have to choose between Kestrel and Aurelia Air. Kestrel is cheaper.");
  }

  @Test
  void whatCannotBeToldApartIsLeftWhole() {
    assertThat(said("Kestrel or Aurelia Air?")).isEmpty();
    assertThat(said("Kestrel lost my bag")).isEmpty();
    assertThat(sides.of(heardBy(post("demo:1", "kim", "Aurelia Air is late"), OURS))).isEmpty();
  }

  @Test
  void aTextNamesBrandsAndRivalsOfTheCompany() {
    assertThat(sides.namedIn("From KESTREL to Aurelia Air and back"))
        .extracting(Match::name)
        .containsExactly("Aurelia Air", "Kestrel");
    assertThat(sides.namedIn("kestrels in the air")).isEmpty();
  }

  private Map<String, String> said(String text) {
    Map<String, String> said = new TreeMap<>();
    sides
        .of(heardBy(post("demo:1", "kim", text), OURS, THEIRS))
        .forEach(side -> said.put(side.name(), side.text()));
    return said;
  }
}
