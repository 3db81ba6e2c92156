package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelGraphTest {

  private static final byte[] FIRST = node("x", "w1", "a");
  private static final byte[] SECOND = node("a", "w2", "b");

  @Test
  void whatLiesBehindTheOutputsIsCutOffWithItsWeights() throws IOException {
    byte[] cut = ModelGraph.upTo(model(), List.of("a"));

    byte[] graph = message(field(1, FIRST), field(5, weights("w1")), field(11, text("x")));
    assertThat(cut).isEqualTo(message(version(), field(7, message(graph, output("a")))));
  }

  @Test
  void severalOutputsKeepAllThatTheyNeedInItsOrder() throws IOException {
    byte[] cut = ModelGraph.upTo(model(), List.of("b", "a"));

    byte[] graph =
        message(
            field(1, FIRST),
            field(1, SECOND),
            field(5, weights("w1")),
            field(5, weights("w2")),
            field(11, text("x")));
    assertThat(cut)
        .isEqualTo(message(version(), field(7, message(graph, output("b"), output("a")))));
  }

  @Test
  void lengthsOfSeveralBytesAreReadAndWritten() throws IOException {
    String name = "n".repeat(300);
    byte[] graph = field(1, node("x", "w", name));

    byte[] cut = ModelGraph.upTo(field(7, graph), List.of(name));

    assertThat(cut).isEqualTo(field(7, message(graph, output(name))));
  }

  @Test
  void whatTheModelDoesNotComputeIsRefused() {
    assertThatThrownBy(() -> ModelGraph.upTo(model(), List.of("z")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("z");
  }

  @Test
  void whatIsNoModelIsRefused() {
    for (String broken : List.of("0807", "3a7f00", "ff", "3a030a7f00", "0f")) {
      assertThatThrownBy(() -> ModelGraph.upTo(HexFormat.of().parseHex(broken), List.of("a")))
          .as(broken)
          .isInstanceOf(IOException.class);
    }
  }

  /** {@code x -> a -> b -> c}, each step with weights of its own; {@code c} is the output. */
  private static byte[] model() {
    byte[] graph =
        message(
            field(1, FIRST),
            field(1, SECOND),
            field(1, node("b", "w3", "c")),
            field(5, weights("w1")),
            field(5, weights("w2")),
            field(5, weights("w3")),
            field(11, text("x")),
            output("c"));
    return message(version(), field(7, graph));
  }

  private static byte[] version() {
    return new byte[] {8, 7};
  }

  private static byte[] node(String input, String weights, String output) {
    return message(field(1, text(input)), field(1, text(weights)), field(2, text(output)));
  }

  private static byte[] weights(String name) {
    return message(field(8, text(name)), field(9, new byte[] {1, 2, 3}));
  }

  private static byte[] output(String name) {
    return field(12, field(1, text(name)));
  }

  private static byte[] field(int number, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProtoField.write(number, value, out);
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] message(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
