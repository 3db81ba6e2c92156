package dev.frontline.classify.encoder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusedGraphTest {

  private static final List<Integer> DEPTHS = List.of(1, 6, 8);
  private static final List<String> POSTS =
      List.of(
          "",
          "late again",
          "Third hour at the gate of Morrowby Air and nobody tells us anything. Never again.",
          "Does anyone know whether the Tillerbean grinder takes decaf? Asking for my mum :)",
          "THANK YOU @user!!! Refund came today, £12.40, two days after I asked. Well done",
          "App v3.2 crashes on start, Pixel 6, Android 14; cleared the cache, no luck. ".repeat(6));

  private static byte[] file;
  private static WordPiece pieces;
  private static OrtEnvironment environment;

  @BeforeAll
  static void read() throws IOException {
    NativeLibrary.prepare();
    environment = Encoder.environment();
    try (InputStream model = FusedGraphTest.class.getResourceAsStream(Encoder.MODEL)) {
      file = Objects.requireNonNull(model).readAllBytes();
    }
    pieces = WordPiece.shipped();
  }

  /**
   * A number that falls just beside the middle of two bytes can change how a whole table of numbers
   * is rounded, so that from there on two ways to compute the same differ by what the rounding
   * costs. The runtime's own levels of optimization differ by as much from each other. Posts where
   * no number falls so come out the same.
   */
  @Test
  void theMarksAreThoseOfTheLibrarysOwnGraphButForRounding() throws Exception {
    byte[] graph = FusedGraph.of(file, Encoder.MOST_PIECES, DEPTHS);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession fused = environment.createSession(graph, options);
        OrtSession own = environment.createSession(withOutputs(), options)) {
      for (int depth : DEPTHS) {
        double closest = 1;
        for (String post : POSTS) {
          int[] ids = pieces.read(post, Encoder.MOST_PIECES).ids();

          float[] marks = fused(fused, ids, depth);

          float[] expected = own(own, ids, depth);
          assertThat(marks).hasSameSizeAs(expected);
          assertThat(leastLikeness(marks, expected))
              .as("%s after layer %d", post, depth)
              .isGreaterThan(depth == 1 ? 0.999 : 0.96);
          closest = Math.min(closest, meanDifference(marks, expected));
        }
        assertThat(closest).as("after layer %d", depth).isLessThan(1e-4);
      }
    }
  }

  /** One letter of a name is changed all over the file. */
  @ParameterizedTest
  @CsvSource({
    "encoder.layer.7.output.LayerNorm.bias, the ONNX model has no",
    "encoder.layer.0.attention.self.key.bias, the ONNX model has no",
    "embeddings.position_embeddings.weight_scale, the ONNX model has no",
    "/encoder/layer.2/attention/self/value/MatMul_quant, the ONNX model has no MatMulInteger",
    "/encoder/layer.11/intermediate/dense/MatMul_quant, 'the ONNX model has 11 layers, not 12'",
  })
  void aFileWithoutAPartIsRefused(String name, String reason) {
    String changed = name.substring(0, name.length() - 1) + '#';
    byte[] other = new String(file, ISO_8859_1).replace(name, changed).getBytes(ISO_8859_1);

    assertThatThrownBy(() -> FusedGraph.of(other, Encoder.MOST_PIECES, DEPTHS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining(reason.contains("layers") ? "" : name);
  }

  @Test
  void morePlacesThanTheFileHasAreRefused() {
    assertThatThrownBy(() -> FusedGraph.of(file, 513, DEPTHS))
        .isInstanceOf(IOException.class)
        .hasMessage("the ONNX model has no places for 513 marks");
  }

  /** Messages of the same field that follow each other are one; so outputs can be added. */
  private static byte[] withOutputs() {
    ProtoMessage graph = new ProtoMessage();
    for (int depth : DEPTHS) {
      graph.message(12, new ProtoMessage().text(1, layerOutput(depth)));
    }
    byte[] outputs = new ProtoMessage().message(7, graph).toBytes();
    return ByteBuffer.allocate(file.length + outputs.length).put(file).put(outputs).array();
  }

  private static String layerOutput(int depth) {
    return "/encoder/layer." + (depth - 1) + "/output/LayerNorm/Add_1_output_0";
  }

  private static float[] fused(OrtSession session, int[] ids, int depth) throws OrtException {
    long[] shape = {1, ids.length};
    try (OnnxTensor words = OnnxTensor.createTensor(environment, IntBuffer.wrap(ids), shape)) {
      return marks(session, Map.of(FusedGraph.PIECES, words), FusedGraph.after(depth));
    }
  }

  private static float[] own(OrtSession session, int[] ids, int depth) throws OrtException {
    try (OnnxTensor words = row(Arrays.stream(ids));
        OnnxTensor mask = row(Arrays.stream(ids).map(id -> 1));
        OnnxTensor types = row(Arrays.stream(ids).map(id -> 0))) {
      return marks(
          session,
          Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types),
          layerOutput(depth));
    }
  }

  private static OnnxTensor row(IntStream numbers) throws OrtException {
    long[][] row = {numbers.asLongStream().toArray()};
    return OnnxTensor.createTensor(environment, row);
  }

  private static float[] marks(OrtSession session, Map<String, OnnxTensor> inputs, String output)
      throws OrtException {
    try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
      FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] marks = new float[numbers.remaining()];
      numbers.get(marks);
      return marks;
    }
  }

  /** The cosine of the marks that are least alike. */
  private static double leastLikeness(float[] marks, float[] expected) {
    double least = 1;
    for (int from = 0; from < marks.length; from += Encoder.WIDTH) {
      double both = 0;
      double one = 0;
      double other = 0;
      for (int i = from; i < from + Encoder.WIDTH; i++) {
        both += marks[i] * expected[i];
        one += marks[i] * marks[i];
        other += expected[i] * expected[i];
      }
      least = Math.min(least, both / Math.sqrt(one * other));
    }
    return least;
  }

  private static double meanDifference(float[] marks, float[] expected) {
    double sum = 0;
    for (int i = 0; i < marks.length; i++) {
      sum += Math.abs(marks[i] - expected[i]);
    }
    return sum / marks.length;
  }
}
