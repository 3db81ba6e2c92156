package dev.frontline.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReachTest {

  @Test
  void anAddressAnswersWhenSomebodyListensThere() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      int port = listener.getLocalPort();

      assertThat(Reach.answers("127.0.0.1:" + port)).isTrue();
      assertThat(Reach.answers("mongodb://reader:secret@127.0.0.1:" + port + "/?ssl=false"))
          .isTrue();
      assertThat(Reach.answers("http://127.0.0.1:" + port)).isTrue();
    }
  }

  @Test
  void anAddressWithoutAPortDoesNotAnswer() {
    assertThat(Reach.answers("somewhere")).isFalse();
  }

  @Test
  void aConnectionStringIsShownWithoutItsPassword() {
    assertThat(Reach.hidden("mongodb://reader:secret@db.example:27017"))
        .isEqualTo("mongodb://…@db.example:27017");
  }
}
