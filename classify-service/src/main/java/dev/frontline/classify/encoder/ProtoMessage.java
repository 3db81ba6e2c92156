package dev.frontline.classify.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A protocol buffer message in the making (protobuf.dev, "Encoding"). What is put into it is copied
 * only once, when the whole is written: models are large.
 */
final class ProtoMessage {

  private static final int VARINT = 0;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;
  private static final int LONGEST_VARINT = 10;

  private final List<ByteBuffer> parts = new ArrayList<>();
  private int size;

  ProtoMessage integer(int field, long value) {
    return add(varint((long) field << 3 | VARINT)).add(varint(value));
  }

  ProtoMessage fraction(int field, float value) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return add(varint((long) field << 3 | FOUR_BYTES)).add(bytes.putFloat(0, value));
  }

  ProtoMessage text(int field, String value) {
    return bytes(field, StandardCharsets.UTF_8.encode(value));
  }

  ProtoMessage bytes(int field, ByteBuffer value) {
    return add(varint((long) field << 3 | LENGTH)).add(varint(value.remaining())).add(value);
  }

  ProtoMessage message(int field, ProtoMessage value) {
    add(varint((long) field << 3 | LENGTH)).add(varint(value.size));
    value.parts.forEach(this::add);
    return this;
  }

  byte[] toBytes() {
    ByteBuffer whole = ByteBuffer.allocate(size);
    parts.forEach(part -> whole.put(part.duplicate()));
    return whole.array();
  }

  private ProtoMessage add(ByteBuffer part) {
    parts.add(part);
    size += part.remaining();
    return this;
  }

  private static ByteBuffer varint(long value) {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_VARINT);
    long rest = value;
    while (rest >>> 7 != 0) {
      bytes.put((byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    return bytes.put((byte) rest).flip();
  }
}
