package dev.frontline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {

  @Test
  void idsAreTheBeginningsOfTheHashesInTheHeadersForm() {
    // SHA-256 of "abc", from FIPS 180-4's example, and of "".
    assertThat(Trace.parent("abc", ""))
        .isEqualTo("00-ba7816bf8f01cfea414140de5dae2223-e3b0c44298fc1c14-00");
  }

  @Test
  void aConversationIsOneTraceAndEachEventItsOwnSpan() {
    String posted = Trace.parent("mastodon:1", "mastodon:1#1");
    String classified = Trace.parent("mastodon:1", "mastodon:1#1#classified");

    assertThat(posted.substring(0, 35)).isEqualTo(classified.substring(0, 35));
    assertThat(posted).isNotEqualTo(classified);
    assertThat(Trace.parent("mastodon:1", "mastodon:1#1")).isEqualTo(posted);
  }
}
