package dev.frontline.classify.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Makes a number that an ONNX model computes on its way one of its outputs. Reads no more of the
 * format than it must: a model is a protocol buffer message whose field 7 is the graph, and a
 * graph's field 12 names an output (onnx.proto, {@code ModelProto}, {@code GraphProto}, {@code
 * ValueInfoProto}).
 */
final class ModelGraph {

  private static final int GRAPH = 7;
  private static final int OUTPUT = 12;
  private static final int NAME = 1;
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  private final byte[] model;
  private int at;

  private ModelGraph(byte[] model) {
    this.model = model;
  }

  /**
   * The model with one output more.
   *
   * @param name of a value that its graph computes
   * @throws IOException where it is no ONNX model with a graph
   */
  static byte[] withOutput(byte[] model, String name) throws IOException {
    return new ModelGraph(model).with(name.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] with(byte[] name) throws IOException {
    while (at < model.length) {
      int tag = varint();
      int length = length(tag & 7);
      if (length < 0 || at + length > model.length) {
        throw new IOException("not an ONNX model");
      }
      if (tag == (GRAPH << 3 | LENGTH)) {
        return grown(at, length, output(name));
      }
      at += length;
    }
    throw new IOException("an ONNX model without a graph");
  }

  private byte[] grown(int graph, int length, byte[] output) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(model.length + output.length + 2);
    int before = graph - size(length);
    out.write(model, 0, before);
    write(length + output.length, out);
    out.write(model, graph, length);
    out.writeBytes(output);
    out.write(model, graph + length, model.length - graph - length);
    return out.toByteArray();
  }

  private static byte[] output(byte[] name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(OUTPUT << 3 | LENGTH, out);
    write(1 + size(name.length) + name.length, out);
    write(NAME << 3 | LENGTH, out);
    write(name.length, out);
    out.writeBytes(name);
    return out.toByteArray();
  }

  /** How long the field is that begins here. */
  private int length(int kind) throws IOException {
    return switch (kind) {
      case VARINT -> {
        int start = at;
        varint();
        int length = at - start;
        at = start;
        yield length;
      }
      case EIGHT_BYTES -> Long.BYTES;
      case LENGTH -> varint();
      case FOUR_BYTES -> Integer.BYTES;
      default -> throw new IOException("not an ONNX model");
    };
  }

  private int varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE && at < model.length; shift += 7) {
      byte b = model[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return (int) value;
      }
    }
    throw new IOException("not an ONNX model");
  }

  /** Bytes of a number written by {@link #write}. */
  private static int size(int value) {
    return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 6) / 7);
  }

  private static void write(int value, ByteArrayOutputStream out) {
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
