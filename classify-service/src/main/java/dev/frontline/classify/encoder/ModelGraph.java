package dev.frontline.classify.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts an ONNX model down to what computes some of its numbers: the runtime would compute what
 * nobody reads, too. Reads no more of the format than it must (onnx.proto: {@code ModelProto},
 * {@code GraphProto}, {@code NodeProto}, {@code TensorProto}, {@code ValueInfoProto}).
 */
final class ModelGraph {

  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int WEIGHTS = 5;
  private static final int OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int WEIGHTS_NAME = 8;
  private static final int OUTPUT_NAME = 1;

  private final byte[] model;
  private final List<ProtoField> parts;
  private final Map<String, ProtoField> makers = new HashMap<>();

  private ModelGraph(byte[] model, ProtoField graph) throws IOException {
    this.model = model;
    this.parts = ProtoField.of(model, graph.from(), graph.to());
    for (ProtoField part : parts) {
      if (part.number() == NODE) {
        for (String output : names(part, NODE_OUTPUT)) {
          makers.put(output, part);
        }
      }
    }
  }

  /**
   * The part of the model that computes these numbers, which become its outputs.
   *
   * @param outputs names of values that its graph computes
   * @throws IOException where it is no ONNX model, or its graph does not compute them
   */
  static byte[] upTo(byte[] model, List<String> outputs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(model.length);
    boolean found = false;
    for (ProtoField field : ProtoField.of(model, 0, model.length)) {
      if (field.number() == GRAPH) {
        ProtoField.write(GRAPH, new ModelGraph(model, field).cut(outputs), out);
        found = true;
      } else {
        field.copy(model, out);
      }
    }
    if (!found) {
      throw new IOException("an ONNX model without a graph");
    }
    return out.toByteArray();
  }

  private byte[] cut(List<String> outputs) throws IOException {
    Set<String> read = new HashSet<>();
    Set<ProtoField> nodes = needed(outputs, read);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (ProtoField part : parts) {
      boolean kept =
          switch (part.number()) {
            case NODE -> nodes.contains(part);
            case WEIGHTS -> names(part, WEIGHTS_NAME).stream().anyMatch(read::contains);
            case OUTPUT -> false;
            default -> true;
          };
      if (kept) {
        part.copy(model, out);
      }
    }
    for (String output : outputs) {
      ByteArrayOutputStream named = new ByteArrayOutputStream();
      ProtoField.write(OUTPUT_NAME, output.getBytes(StandardCharsets.UTF_8), named);
      ProtoField.write(OUTPUT, named.toByteArray(), out);
    }
    return out.toByteArray();
  }

  /**
   * The nodes on the way to the outputs.
   *
   * @param read filled with the names of everything that they read
   */
  private Set<ProtoField> needed(List<String> outputs, Set<String> read) throws IOException {
    for (String output : outputs) {
      if (!makers.containsKey(output)) {
        throw new IOException("the ONNX model does not compute " + output);
      }
    }
    Set<ProtoField> nodes = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      ProtoField node = makers.get(open.pop());
      if (node != null && nodes.add(node)) {
        for (String input : names(node, NODE_INPUT)) {
          read.add(input);
          open.push(input);
        }
      }
    }
    return nodes;
  }

  private List<String> names(ProtoField part, int number) throws IOException {
    List<String> names = new ArrayList<>();
    for (ProtoField field : ProtoField.of(model, part.from(), part.to())) {
      if (field.number() == number) {
        names.add(field.text(model));
      }
    }
    return names;
  }
}
