package dev.frontline.local.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.local.Trouble;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void withoutSettingsEveryPartHasItsUsualPort() {
    assertThat(Ports.from(Map.of()))
        .isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084, 19092, 19093, 17017));
  }

  @Test
  void aVariableMovesItsPart() {
    assertThat(Ports.from(Map.of("FRONTLINE_ROUTING_PORT", "21083")).url(Part.ROUTING))
        .isEqualTo("http://127.0.0.1:21083");
  }

  @Test
  void whatIsNoPortIsNamedWithItsVariable() {
    assertThatThrownBy(() -> Ports.from(Map.of("FRONTLINE_DEMO_PORT", "70000")))
        .isInstanceOf(Trouble.class)
        .hasMessage("FRONTLINE_DEMO_PORT must be a port (1 to 65535), not 70000");
  }

  @Test
  void addressesFromOutsideReplaceTheEmbeddedParts() {
    Neighbours neighbours =
        Neighbours.of(Map.of("FRONTLINE_KAFKA", "kafka.example:9092"), Ports.from(Map.of()));

    assertThat(neighbours)
        .isEqualTo(new Neighbours("kafka.example:9092", false, "mongodb://127.0.0.1:17017", true));
  }
}
