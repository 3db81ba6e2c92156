package dev.frontline.ingest.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DryRunTest {

  @Test
  void copiesThatDifferByANumberOrALinkAreAlike() {
    assertThat(DryRun.likeness("Machine 168 leaks! https://a.example/1"))
        .isEqualTo(DryRun.likeness("machine 18 leaks https://b.example/2"))
        .isNotEqualTo(DryRun.likeness("machine 18 works"));
  }

  @Test
  void lettersOfEveryScriptCount() {
    assertThat(DryRun.likeness("壊れた 3")).isEqualTo("壊れた");
  }
}
