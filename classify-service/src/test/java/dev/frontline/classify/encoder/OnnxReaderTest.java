package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.classify.encoder.OnnxReader.Rounded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxReaderTest {

  private static final String PRODUCT = "/dense/MatMul_quant";

  @Test
  void whatAProductMultipliesByIsRead() throws IOException {
    Rounded factor = new OnnxReader(model()).factor(PRODUCT, 2, 3);

    assertThat(factor.bytes().numbers()).isEqualTo(bytes(1, 2, 3, 4, 5, -6));
    assertThat(factor.step().numbers().getFloat(8)).isEqualTo(0.25f);
    assertThat(factor.zero().numbers()).isEqualTo(bytes(0, 0, 9));
  }

  @Test
  void smallNumbersMayBeWrittenAsLargeOnes() throws IOException {
    ProtoMessage tensor =
        new ProtoMessage().integer(1, 3).integer(2, Tensor.UINT8).text(8, "zeros");
    byte[] packed = {0, (byte) 0x80, 1, 7};
    byte[] model = withWeights(tensor.bytes(5, ByteBuffer.wrap(packed)));

    Tensor zeros = new OnnxReader(model).weights("zeros", Tensor.UINT8, List.of(3));

    assertThat(zeros.numbers()).isEqualTo(bytes(0, 128, 7));
  }

  @Test
  void namesOfAnyLengthAreRead() throws IOException {
    String name = "n".repeat(300);
    byte[] model = withWeights(new Tensor(name, Tensor.INT8, List.of(2), bytes(1, 2)).toMessage());

    assertThat(new OnnxReader(model).weights(name, Tensor.INT8, List.of(2)).numbers())
        .isEqualTo(bytes(1, 2));
  }

  @ParameterizedTest
  @CsvSource({"3, 2", "2, 4", "6, 1"})
  void anotherShapeIsRefused(int rows, int columns) throws IOException {
    OnnxReader reader = new OnnxReader(model());

    assertThatThrownBy(() -> reader.factor(PRODUCT, rows, columns))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "w_quantized is not of the type 3 and shape [" + rows + ", " + columns)
        .hasMessageContaining("shape [2, 3]");
  }

  @Test
  void fewerNumbersThanTheShapeSaysAreRefused() throws IOException {
    Tensor cut = new Tensor("cut", Tensor.FLOAT, List.of(2), bytes(0, 0, 0, 0));
    OnnxReader reader = new OnnxReader(withWeights(cut.toMessage()));

    assertThatThrownBy(() -> reader.weights("cut", Tensor.FLOAT, List.of(2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("4 bytes");
  }

  @Test
  void aProductThatIsNotThereIsRefused() throws IOException {
    OnnxReader reader = new OnnxReader(model());

    assertThat(reader.products("MatMul_quant")).isEqualTo(1);
    assertThatThrownBy(() -> reader.factor("/other/MatMul_quant", 2, 3))
        .isInstanceOf(IOException.class)
        .hasMessage("the ONNX model has no MatMulInteger /other/MatMul_quant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0807", "3a7f00", "ff", "3a030a7f00", "0f", "3a022a00ff"})
  void whatIsNoModelIsRefused(String broken) {
    assertThatThrownBy(() -> new OnnxReader(HexFormat.of().parseHex(broken)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ONNX model");
  }

  private static byte[] model() {
    ByteBuffer steps = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    steps.putFloat(1).putFloat(0.5f).putFloat(0.25f).flip();
    ProtoMessage node =
        new ProtoMessage()
            .text(1, "x")
            .text(1, "w_quantized")
            .text(2, "y")
            .text(3, PRODUCT)
            .text(4, "MatMulInteger");
    ProtoMessage graph =
        new ProtoMessage()
            .message(1, node)
            .message(
                5,
                new Tensor("w_quantized", Tensor.INT8, List.of(2, 3), bytes(1, 2, 3, 4, 5, -6))
                    .toMessage())
            .message(5, new Tensor("w_scale", Tensor.FLOAT, List.of(3), steps).toMessage())
            .message(
                5, new Tensor("w_zero_point", Tensor.INT8, List.of(3), bytes(0, 0, 9)).toMessage());
    return new ProtoMessage().integer(1, 8).message(7, graph).toBytes();
  }

  private static byte[] withWeights(ProtoMessage weights) {
    return new ProtoMessage().message(7, new ProtoMessage().message(5, weights)).toBytes();
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.flip();
  }
}
