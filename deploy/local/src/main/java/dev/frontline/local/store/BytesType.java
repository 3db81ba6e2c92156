package dev.frontline.local.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Encoded documents in the store's file: BSON, which says its own length first. */
final class BytesType extends BasicDataType<byte[]> {

  private static final int ARRAY = 24;

  @Override
  public int getMemory(byte[] document) {
    return ARRAY + document.length;
  }

  @Override
  public void write(WriteBuffer to, byte[] document) {
    to.put(document);
  }

  @Override
  public byte[] read(ByteBuffer from) {
    byte[] document = new byte[from.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt()];
    from.get(document);
    return document;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }
}
