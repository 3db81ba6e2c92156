package dev.frontline.classify.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of an ONNX model whose large products are of bytes (onnx.proto: {@code ModelProto},
 * {@code GraphProto}, {@code NodeProto}). Reads no more of the format than it must.
 */
final class OnnxReader {

  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int WEIGHTS = 5;
  private static final int NODE_INPUT = 1;
  private static final int NODE_NAME = 3;
  private static final int NODE_OPERATOR = 4;
  private static final String PRODUCT = "MatMulInteger";
  private static final String BYTES = "_quantized";

  private final Map<String, Tensor> weights = new HashMap<>();
  private final Map<String, String> factors = new HashMap<>();

  /**
   * Reads a model's file.
   *
   * @throws IOException where it is none
   */
  OnnxReader(byte[] file) throws IOException {
    boolean found = false;
    for (ProtoField field : ProtoField.of(ByteBuffer.wrap(file))) {
      if (field.number() == GRAPH) {
        found = true;
        graph(field.value());
      }
    }
    if (!found) {
      throw new IOException("an ONNX model without a graph");
    }
  }

  private void graph(ByteBuffer graph) throws IOException {
    for (ProtoField part : ProtoField.of(graph)) {
      if (part.number() == NODE) {
        node(part.value());
      } else if (part.number() == WEIGHTS) {
        Tensor tensor = Tensor.of(part.value());
        weights.put(tensor.name(), tensor);
      }
    }
  }

  private void node(ByteBuffer node) throws IOException {
    String name = "";
    boolean product = false;
    List<String> inputs = new ArrayList<>();
    for (ProtoField field : ProtoField.of(node)) {
      switch (field.number()) {
        case NODE_INPUT -> inputs.add(field.text());
        case NODE_NAME -> name = field.text();
        case NODE_OPERATOR -> product = field.text().equals(PRODUCT);
        default -> {} // what it gives and how, which the name tells
      }
    }
    if (product && inputs.size() > 1) {
      factors.put(name, inputs.get(1));
    }
  }

  /** How many products have names that end so. */
  long products(String end) {
    return factors.keySet().stream().filter(name -> name.endsWith(end)).count();
  }

  /**
   * What a product multiplies by.
   *
   * @param product name of its node
   * @throws IOException where there is no such product, or one of another shape
   */
  Rounded factor(String product, int rows, int columns) throws IOException {
    String name = factors.get(product);
    if (name == null) {
      throw new IOException("the ONNX model has no " + PRODUCT + " " + product);
    }
    return rounded(withoutEnd(name), Tensor.INT8, List.of(rows, columns), List.of(columns));
  }

  private static String withoutEnd(String name) {
    return name.endsWith(BYTES) ? name.substring(0, name.length() - BYTES.length()) : name;
  }

  /**
   * A table of bytes with one step for all.
   *
   * @throws IOException where the model has none of that name and width
   */
  Rounded table(String name, int columns) throws IOException {
    int rows = any(name + BYTES).shape().stream().findFirst().orElse(0);
    return rounded(name, Tensor.UINT8, List.of(rows, columns), List.of());
  }

  private Rounded rounded(String name, int type, List<Integer> shape, List<Integer> steps)
      throws IOException {
    return new Rounded(
        weights(name + BYTES, type, shape),
        weights(name + "_scale", Tensor.FLOAT, steps),
        weights(name + "_zero_point", type, steps));
  }

  /**
   * Numbers that the model holds.
   *
   * @throws IOException where it holds none of that name, type and shape
   */
  Tensor weights(String name, int type, List<Integer> shape) throws IOException {
    Tensor tensor = any(name);
    if (tensor.type() != type || !tensor.shape().equals(shape) || !tensor.isWhole()) {
      throw new IOException(
          "the ONNX model's %s is not of the type %d and shape %s: type %d, shape %s, %d bytes"
              .formatted(
                  name, type, shape, tensor.type(), tensor.shape(), tensor.numbers().remaining()));
    }
    return tensor;
  }

  private Tensor any(String name) throws IOException {
    Tensor tensor = weights.get(name);
    if (tensor == null) {
      throw new IOException("the ONNX model has no " + name);
    }
    return tensor;
  }

  /**
   * Numbers rounded to bytes: a number is {@code (byte - zero) * step}.
   *
   * @param step one, or one a column
   * @param zero as many
   */
  record Rounded(Tensor bytes, Tensor step, Tensor zero) {}
}
