package dev.frontline.classify.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a protocol buffer message (protobuf.dev, "Encoding").
 *
 * @param number its number in the message
 * @param value its bytes, without the length where one is written; lowest byte first
 */
record ProtoField(int number, ByteBuffer value) {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  /**
   * The fields of a message in their order; nothing is copied.
   *
   * @throws IOException where it is no such message
   */
  static List<ProtoField> of(ByteBuffer message) throws IOException {
    List<ProtoField> fields = new ArrayList<>();
    ByteBuffer rest = message.duplicate();
    while (rest.hasRemaining()) {
      int tag = (int) varint(rest);
      long length = length(tag & 7, rest);
      if (length < 0 || length > rest.remaining()) {
        throw broken();
      }
      ByteBuffer value = rest.slice(rest.position(), (int) length);
      fields.add(new ProtoField(tag >>> 3, value.order(ByteOrder.LITTLE_ENDIAN)));
      rest.position(rest.position() + (int) length);
    }
    return fields;
  }

  String text() {
    return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
  }

  /**
   * The whole numbers of the field: one, or several where they are packed.
   *
   * @throws IOException where it holds none
   */
  List<Integer> integers() throws IOException {
    List<Integer> integers = new ArrayList<>();
    ByteBuffer rest = value.duplicate();
    do {
      integers.add((int) varint(rest));
    } while (rest.hasRemaining());
    return integers;
  }

  /** How long the value is that begins here; steps behind the length that is written. */
  private static long length(int kind, ByteBuffer rest) throws IOException {
    return switch (kind) {
      case VARINT -> {
        ByteBuffer ahead = rest.duplicate();
        varint(ahead);
        yield ahead.position() - rest.position();
      }
      case EIGHT_BYTES -> Long.BYTES;
      case LENGTH -> varint(rest);
      case FOUR_BYTES -> Integer.BYTES;
      default -> throw broken();
    };
  }

  private static long varint(ByteBuffer rest) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE && rest.hasRemaining(); shift += 7) {
      byte b = rest.get();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw broken();
  }

  private static IOException broken() {
    return new IOException("not an ONNX model");
  }
}
