package dev.frontline.classify.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of an ONNX model under a name (onnx.proto: {@code TensorProto}).
 *
 * @param type {@link #FLOAT} and so on
 * @param shape how many there are in each dimension; empty for a single number
 * @param numbers one after the other, lowest byte first
 */
record Tensor(String name, int type, List<Integer> shape, ByteBuffer numbers) {

  static final int FLOAT = 1;
  static final int UINT8 = 2;
  static final int INT8 = 3;
  static final int INT32 = 6;
  static final int INT64 = 7;

  private static final int DIMENSION = 1;
  private static final int DATA_TYPE = 2;
  private static final int FLOAT_DATA = 4;
  private static final int INT32_DATA = 5;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;

  /**
   * Reads one.
   *
   * @throws IOException where it is none
   */
  static Tensor of(ByteBuffer message) throws IOException {
    String name = "";
    int type = 0;
    List<Integer> shape = new ArrayList<>();
    ByteBuffer numbers = ByteBuffer.allocate(0);
    for (ProtoField field : ProtoField.of(message)) {
      switch (field.number()) {
        case NAME -> name = field.text();
        case DATA_TYPE -> type = field.integers().get(0);
        case DIMENSION -> shape.addAll(field.integers());
        case RAW_DATA, FLOAT_DATA -> numbers = field.value();
        case INT32_DATA -> numbers = bytes(field.integers());
        default -> {} // numbers of kinds that are not read here
      }
    }
    return new Tensor(name, type, List.copyOf(shape), numbers);
  }

  /** Small whole numbers are written as a byte each or as numbers of several bytes. */
  private static ByteBuffer bytes(List<Integer> integers) {
    ByteBuffer bytes = ByteBuffer.allocate(integers.size());
    integers.forEach(integer -> bytes.put(integer.byteValue()));
    return bytes.flip();
  }

  /** A row of one whole number. */
  static Tensor integer(String name, long value) {
    ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return new Tensor(name, INT64, List.of(1), numbers.putLong(0, value));
  }

  /**
   * Tables of the same shape as one, each row the rows of all, one behind the other.
   *
   * @param tables or single rows
   */
  static Tensor sideBySide(String name, List<Tensor> tables) {
    Tensor first = tables.get(0);
    int last = first.shape.size() - 1;
    int rows = first.shape.subList(0, last).stream().reduce(1, Math::multiplyExact);
    int row = first.numbers.remaining() / rows;
    ByteBuffer joined = ByteBuffer.allocate(first.numbers.remaining() * tables.size());
    for (int at = 0; at < rows * row; at += row) {
      for (Tensor table : tables) {
        joined.put(table.numbers.slice(at, row));
      }
    }
    List<Integer> shape = new ArrayList<>(first.shape);
    shape.set(last, first.shape.get(last) * tables.size());
    return new Tensor(name, first.type, List.copyOf(shape), joined.flip());
  }

  /** Whether there are as many numbers as the shape says. */
  boolean isWhole() {
    long count = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    return numbers.remaining() == count * width();
  }

  private int width() {
    return switch (type) {
      case FLOAT, INT32 -> Integer.BYTES;
      case INT64 -> Long.BYTES;
      default -> Byte.BYTES;
    };
  }

  ProtoMessage toMessage() {
    ProtoMessage message = new ProtoMessage();
    shape.forEach(count -> message.integer(DIMENSION, count));
    return message.integer(DATA_TYPE, type).text(NAME, name).bytes(RAW_DATA, numbers);
  }
}
