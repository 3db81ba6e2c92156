package dev.frontline.ingest.listening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "kettle | [[kettle]] | []",
        "Café's kettle | [[Café's, kettle]] | []",
        "\"right to repair\" lang:en | [[right to repair]] | []",
        "\"kettle leaks\"~4 | [[kettle, leaks]] | []",
        "kettle OR pot | [[kettle], [pot]] | []",
        "kettle (leaks OR drips) NOT old | [[kettle, leaks], [kettle, drips]] | []",
        "kettle leak* | [[kettle]] | []",
        "kettle OR pot* | [[kettle]] | [pot*]",
        "(kettle OR pot*) lid | [[lid]] | []",
        "(kettle OR pot*) is:reply | [[kettle]] | [pot*]",
        "\"(kettle OR tea pot) burn*\"~5 | [[kettle], [tea pot]] | []",
        "(kettle OR pot) NEAR/3 fire | [[fire, kettle], [fire, pot]] | []",
        "\"kettl* burn*\"~5 | [] | [\"kettl* burn*\"~5]",
        "lang:en followers:>1000 | [] | [lang:en]",
        "(a OR b OR c) (d OR e OR f) | [[a], [b], [c]] | []"
      })
  void anAskedNetworkFindsAllThatTheQueryFindsOrItIsSaidWhatNot(
      String query, String anyOf, String leftOut) {
    assertThat(QueryLanguage.read(query))
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            understood -> {
              assertThat(understood.terms().anyOf()).hasToString(anyOf);
              assertThat(understood.terms().leftOut()).hasToString(leftOut);
            });
  }
}
