package dev.frontline.classify.encoder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX model in the making (onnx.proto: {@code ModelProto}, {@code GraphProto}, {@code
 * NodeProto}, {@code AttributeProto}, {@code ValueInfoProto}); the numbers below are those of its
 * fields.
 */
final class OnnxWriter {

  /** The runtime's own operators. */
  static final String FUSED = "com.microsoft";

  /** The standard's operators. */
  static final String STANDARD = "";

  private static final int FORMAT_VERSION = 8;
  private static final int STANDARD_VERSION = 17;
  private static final int FUSED_VERSION = 1;
  private static final int A_FLOAT = 1;
  private static final int AN_INTEGER = 2;

  private final ProtoMessage graph = new ProtoMessage().text(2, "encoder");
  private final Map<String, Tensor> weights = new LinkedHashMap<>();

  /** Adds numbers, once; their name. */
  String put(Tensor tensor) {
    weights.putIfAbsent(tensor.name(), tensor);
    return tensor.name();
  }

  /**
   * Adds a step.
   *
   * @param domain {@link #STANDARD} or {@link #FUSED}
   * @param attributes see {@link #fraction} and {@link #integer}
   */
  void node(
      String domain,
      String operator,
      List<String> inputs,
      List<String> outputs,
      ProtoMessage... attributes) {
    ProtoMessage node = new ProtoMessage();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    node.text(3, outputs.get(0)).text(4, operator);
    Arrays.stream(attributes).forEach(attribute -> node.message(5, attribute));
    graph.message(1, node.text(7, domain));
  }

  static ProtoMessage fraction(String name, float value) {
    return new ProtoMessage().text(1, name).fraction(2, value).integer(20, A_FLOAT);
  }

  static ProtoMessage integer(String name, int value) {
    return new ProtoMessage().text(1, name).integer(3, value).integer(20, AN_INTEGER);
  }

  /** Adds an input of one row of whole numbers, of any length. */
  void input(String name) {
    ProtoMessage shape =
        new ProtoMessage()
            .message(1, new ProtoMessage().integer(1, 1))
            .message(1, new ProtoMessage().text(2, "length"));
    ProtoMessage type = new ProtoMessage().integer(1, Tensor.INT32).message(2, shape);
    graph.message(
        11, new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, type)));
  }

  /** Makes a step's result an output. */
  void output(String name) {
    graph.message(12, new ProtoMessage().text(1, name));
  }

  byte[] toBytes() {
    weights.values().forEach(tensor -> graph.message(5, tensor.toMessage()));
    weights.clear();
    return new ProtoMessage()
        .integer(1, FORMAT_VERSION)
        .message(7, graph)
        .message(8, new ProtoMessage().text(1, STANDARD).integer(2, STANDARD_VERSION))
        .message(8, new ProtoMessage().text(1, FUSED).integer(2, FUSED_VERSION))
        .toBytes();
  }
}
