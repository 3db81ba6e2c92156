package dev.frontline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class UnknownNameTest {

  @Test
  void theNameIsSaidWithoutTheResolversOwnWords() {
    String said = "the name api.example cannot be looked up from here";

    assertThat(UnknownName.words(new UnknownHostException("api.example"))).isEqualTo(said);
    assertThat(
            UnknownName.words(new UnknownHostException("api.example: Name or service not known")))
        .isEqualTo(said);
  }
}
