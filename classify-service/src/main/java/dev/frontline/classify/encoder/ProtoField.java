package dev.frontline.classify.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a field of a protocol buffer message lies (protobuf.dev, "Encoding").
 *
 * @param number its number in the message
 * @param start of its tag
 * @param from of its value, behind the length where it has one
 * @param to behind its value
 */
record ProtoField(int number, int start, int from, int to) {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  /**
   * The fields of the message between two places, in their order.
   *
   * @throws IOException where it is no such message
   */
  static List<ProtoField> of(byte[] bytes, int from, int to) throws IOException {
    List<ProtoField> fields = new ArrayList<>();
    Cursor cursor = new Cursor(bytes, from);
    while (cursor.at < to) {
      int start = cursor.at;
      int tag = cursor.varint();
      int length = cursor.length(tag & 7);
      if (length < 0 || length > to - cursor.at) {
        throw new IOException("not an ONNX model");
      }
      fields.add(new ProtoField(tag >>> 3, start, cursor.at, cursor.at + length));
      cursor.at += length;
    }
    return fields;
  }

  String text(byte[] bytes) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Appends the field as it is. */
  void copy(byte[] bytes, ByteArrayOutputStream out) {
    out.write(bytes, start, to - start);
  }

  /** Appends a field with a length. */
  static void write(int number, byte[] value, ByteArrayOutputStream out) {
    varint(number << 3 | LENGTH, out);
    varint(value.length, out);
    out.writeBytes(value);
  }

  private static void varint(int value, ByteArrayOutputStream out) {
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static final class Cursor {

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    /** How long the value is that begins here; steps behind the length that is written. */
    int length(int kind) throws IOException {
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

    int varint() throws IOException {
      long value = 0;
      for (int shift = 0; shift < Long.SIZE && at < bytes.length; shift += 7) {
        byte b = bytes[at++];
        value |= (long) (b & 0x7F) << shift;
        if (b >= 0) {
          return (int) value;
        }
      }
      throw new IOException("not an ONNX model");
    }
  }
}
