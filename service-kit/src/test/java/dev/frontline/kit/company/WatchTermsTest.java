package dev.frontline.kit.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTermsTest {

  @Test
  void sentencesAreReadAsPeopleWriteThem() {
    assertThat(terms("volume ×3")).isEqualTo(new WatchTerms.Volume("all", 3, 60, 10));
    assertThat(terms("Complaint volume x2.5 within 30 min, at least 20 posts"))
        .isEqualTo(new WatchTerms.Volume("complaint", 2.5, 30, 20));
    assertThat(terms("safety volume * 2 in 2 hours"))
        .isEqualTo(new WatchTerms.Volume("risk:safety", 2, 120, 10));
    assertThat(terms("negative share above 40 % of at least 30 posts"))
        .isEqualTo(new WatchTerms.Share("negative", 40, 60, 30));
    assertThat(terms("theme Delivery share above 12.5% within 3 h of at least 1,000 posts"))
        .isEqualTo(new WatchTerms.Share("theme:delivery", 12.5, 180, 1000));
    assertThat(terms("any post of an account above 100,000 followers with pr_risk"))
        .isEqualTo(new WatchTerms.Post(100_000, "pr_risk"));
    assertThat(terms("Any post by an account with more than 250 000 followers"))
        .isEqualTo(new WatchTerms.Post(250_000, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "volume ×3",
        "theme delivery volume ×2.5 within 2 hours",
        "praise share above 60 %",
        "any post of an account above 5000 followers with complaint"
      })
  void whatIsShownIsReadBackAsTheSame(String text) {
    assertThat(terms(terms(text).words())).isEqualTo(terms(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                                 | is missing        | volume ×3",
        "call me when it burns                            | was not understood | volume ×3",
        "anger volume ×3                                  | 'anger'           | complaint",
        "volume ×1                                        | ×1                | ×1.5 to ×100",
        "volume ×1.2.3                                    | no number         | volume ×3",
        "negative share above 0 %                         | 0 %               | 1 to 99 %",
        "all share above 50 %                             | always 100 %      | negative",
        "volume ×3 within 1 minute                        | within 1 minute   | within 5 minutes",
        "volume ×3 within 999999 hours                    | within 999999     | within 5 minutes",
        "volume ×3 at least 2 posts                       | at least 2        | at least 3",
        "volume ×3 at night                               | 'at night'        | volume ×3",
        "any post of an account above 10 followers        | '10'              | 5,000 to",
        "any post of an account above 99999999999999999999 followers | 9 | 5,000 to",
        "any post of an account above 10,000 followers with anger | 'anger'   | pr_risk"
      })
  void whatIsWrongIsNamedWithWhatIsAllowed(String text, String wrong, String allowed) {
    WatchTerms.Read read = WatchTerms.read(text);

    assertThat(read.terms()).isEmpty();
    assertThat(read.wrong()).contains(wrong);
    assertThat(String.join(" | ", read.allowed())).contains(allowed);
  }

  private static WatchTerms terms(String text) {
    return WatchTerms.read(text).terms().orElseThrow();
  }
}
