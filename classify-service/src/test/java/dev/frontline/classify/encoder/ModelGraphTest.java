package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ModelGraphTest {

  /** Field 1 a number, field 7 the graph with one byte string in field 2, field 8 another. */
  private static final String MODEL = "0807" + "3a04" + "12026768" + "4201ff";

  @Test
  void theGraphGetsAnOutputAndTheRestStaysAsItWas() throws IOException {
    byte[] grown = ModelGraph.withOutput(bytes(MODEL), "ab");

    assertThat(HexFormat.of().formatHex(grown))
        .isEqualTo("0807" + "3a0a" + "12026768" + "62040a026162" + "4201ff");
  }

  @Test
  void aLengthThatNeedsAnotherByteGetsIt() throws IOException {
    String name = "n".repeat(130);

    byte[] grown = ModelGraph.withOutput(bytes(MODEL), name);

    assertThat(HexFormat.of().formatHex(grown))
        .isEqualTo(
            "0807"
                + "3a8c01"
                + "12026768"
                + "6285010a8201"
                + HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8))
                + "4201ff");
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertThatThrownBy(() -> ModelGraph.withOutput(bytes("0807"), "a"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ModelGraph.withOutput(bytes("3a7f00"), "a"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ModelGraph.withOutput(bytes("ff"), "a"))
        .isInstanceOf(IOException.class);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
