package dev.frontline.classify.encoder;

import static dev.frontline.classify.encoder.OnnxWriter.FUSED;
import static dev.frontline.classify.encoder.OnnxWriter.STANDARD;

import dev.frontline.classify.encoder.OnnxReader.Rounded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the first layers of {@code bge-small-en-v1.5} (int8) anew, with the runtime's own fused
 * operators: attention in one step with the three tables of query, key and value side by side, a
 * product with its rounding and bias, a sum with its normalization, the activation. The library's
 * file spells each of them out in up to two dozen steps, which the runtime does not put together.
 * The weights are the same; what comes out differs by how numbers happen to be rounded to bytes.
 *
 * <p>For one post at a time: no mark is masked, all are of the first of two sentences.
 */
final class FusedGraph {

  /** The input: numbers of the word pieces, one row of them. */
  static final String PIECES = "input_ids";

  private static final int LAYERS = 12;
  private static final int WIDTH = Encoder.WIDTH;
  private static final int INNER_WIDTH = 4 * WIDTH;
  private static final ProtoMessage HEADS = OnnxWriter.integer("num_heads", 12);
  private static final ProtoMessage EPSILON = OnnxWriter.fraction("epsilon", 1e-12f);
  private static final String NORMALIZATION = "SkipLayerNormalization";

  private final OnnxReader from;
  private final OnnxWriter to = new OnnxWriter();

  private FusedGraph(OnnxReader from) {
    this.from = from;
  }

  /**
   * The model whose outputs are the marks' vectors after some of the layers, see {@link #after}.
   *
   * @param file of the whole model
   * @param longest marks of a post; up to 512
   * @param depths of the layers to read, the first being 1
   * @throws IOException where the file holds another model
   */
  static byte[] of(byte[] file, int longest, List<Integer> depths) throws IOException {
    OnnxReader from = new OnnxReader(file);
    long layers = from.products("/intermediate/dense/MatMul_quant");
    if (layers != LAYERS) {
      throw new IOException("the ONNX model has " + layers + " layers, not " + LAYERS);
    }
    FusedGraph graph = new FusedGraph(from);
    graph.embed(longest);
    int deepest = depths.stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int depth = 1; depth <= deepest; depth++) {
      graph.layer(depth);
    }
    depths.forEach(depth -> graph.to.output(after(depth)));
    return graph.to.toBytes();
  }

  /** Name of the marks' vectors after a layer; after 0 before the first. */
  static String after(int depth) {
    return "marks_" + depth;
  }

  private void embed(int longest) throws IOException {
    to.input(PIECES);
    Rounded words = from.table("embeddings.word_embeddings.weight", WIDTH);
    to.node(STANDARD, "Gather", List.of(to.put(words.bytes()), PIECES), List.of("rounded"));
    to.node(
        STANDARD,
        "DequantizeLinear",
        List.of("rounded", to.put(words.step()), to.put(words.zero())),
        List.of("words"));
    to.node(
        STANDARD,
        "Shape",
        List.of(PIECES),
        List.of("length"),
        OnnxWriter.integer("start", 1),
        OnnxWriter.integer("end", 2));
    String start = to.put(Tensor.integer("start", 0));
    String all = to.put(places(longest));
    to.node(STANDARD, "Slice", List.of(all, start, "length"), List.of("places"));
    addAndNormalize("words", "places", "embeddings", after(0));
  }

  /** What is added to a word for where it stands and for being of the first sentence. */
  private Tensor places(int longest) throws IOException {
    Rounded positions = from.table("embeddings.position_embeddings.weight", WIDTH);
    Rounded sentences = from.table("embeddings.token_type_embeddings.weight", WIDTH);
    if (positions.bytes().shape().get(0) < longest) {
      throw new IOException("the ONNX model has no places for " + longest + " marks");
    }
    ByteBuffer places =
        ByteBuffer.allocate(longest * WIDTH * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < longest * WIDTH; i++) {
      places.putFloat(number(positions, i) + number(sentences, i % WIDTH));
    }
    return new Tensor("all_places", Tensor.FLOAT, List.of(longest, WIDTH), places.flip());
  }

  private static float number(Rounded table, int at) {
    int zero = table.zero().numbers().get(0) & 0xFF;
    return ((table.bytes().numbers().get(at) & 0xFF) - zero) * table.step().numbers().getFloat(0);
  }

  private void layer(int depth) throws IOException {
    String layer = "encoder.layer." + (depth - 1);
    String marks = after(depth - 1);
    attend(marks, layer + ".attention.self", layer + ".seen");
    product(layer + ".seen", layer + ".attention.output.dense", WIDTH, WIDTH, layer + ".drawn");
    addAndNormalize(layer + ".drawn", marks, layer + ".attention.output", layer + ".attended");
    product(
        layer + ".attended", layer + ".intermediate.dense", WIDTH, INNER_WIDTH, layer + ".wide");
    to.node(FUSED, "Gelu", List.of(layer + ".wide"), List.of(layer + ".active"));
    product(layer + ".active", layer + ".output.dense", INNER_WIDTH, WIDTH, layer + ".narrow");
    addAndNormalize(layer + ".narrow", layer + ".attended", layer + ".output", after(depth));
  }

  private void attend(String marks, String module, String output) throws IOException {
    List<String> parts = List.of(module + ".query", module + ".key", module + ".value");
    Rounded[] factors = new Rounded[parts.size()];
    Tensor[] biases = new Tensor[parts.size()];
    for (int part = 0; part < factors.length; part++) {
      factors[part] = factor(parts.get(part), WIDTH, WIDTH);
      biases[part] = bias(parts.get(part), WIDTH);
    }
    List<String> rounded = List.of(marks + ".bytes", marks + ".step", marks + ".zero");
    to.node(STANDARD, "DynamicQuantizeLinear", List.of(marks), rounded);
    String noMask = "";
    List<String> inputs =
        List.of(
            rounded.get(0),
            joined(module + ".bytes", factors, Rounded::bytes),
            to.put(Tensor.sideBySide(module + ".bias", List.of(biases))),
            rounded.get(1),
            joined(module + ".step", factors, Rounded::step),
            noMask,
            rounded.get(2),
            joined(module + ".zero", factors, Rounded::zero));
    to.node(FUSED, "QAttention", inputs, List.of(output), HEADS);
  }

  private String joined(String name, Rounded[] factors, Function<Rounded, Tensor> part) {
    return to.put(Tensor.sideBySide(name, Arrays.stream(factors).map(part).toList()));
  }

  private void product(String input, String module, int rows, int columns, String output)
      throws IOException {
    Rounded factor = factor(module, rows, columns);
    List<String> inputs =
        List.of(
            input,
            to.put(factor.bytes()),
            to.put(factor.step()),
            to.put(factor.zero()),
            to.put(bias(module, columns)));
    to.node(FUSED, "DynamicQuantizeMatMul", inputs, List.of(output));
  }

  private void addAndNormalize(String input, String other, String module, String output)
      throws IOException {
    List<Integer> shape = List.of(WIDTH);
    Tensor scale = from.weights(module + ".LayerNorm.weight", Tensor.FLOAT, shape);
    Tensor shift = from.weights(module + ".LayerNorm.bias", Tensor.FLOAT, shape);
    List<String> inputs = List.of(input, other, to.put(scale), to.put(shift));
    to.node(FUSED, NORMALIZATION, inputs, List.of(output), EPSILON);
  }

  private Rounded factor(String module, int rows, int columns) throws IOException {
    return from.factor(productOf(module), rows, columns);
  }

  /** {@code encoder.layer.0.output.dense} multiplies in {@code /encoder/layer.0/output/dense/}. */
  private static String productOf(String module) {
    return "/" + module.replaceAll("\\.(?!\\d)", "/") + "/MatMul_quant";
  }

  private Tensor bias(String module, int columns) throws IOException {
    return from.weights(module + ".bias", Tensor.FLOAT, List.of(columns));
  }
}
