package dev.frontline.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** Keys of an index: their values one after the other, ordered as MongoDB orders values. */
final class KeyType extends BasicDataType<Object> {

  private static final int OBJECT = 48;

  private final ObjectDataType values = new ObjectDataType();

  @Override
  public int compare(Object a, Object b) {
    KeyValue left = (KeyValue) a;
    KeyValue right = (KeyValue) b;
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = DocumentKey.order(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  @Override
  public int getMemory(Object key) {
    int sum = OBJECT;
    for (Object value : (KeyValue) key) {
      sum += OBJECT + (value instanceof String text ? text.length() : 0);
    }
    return sum;
  }

  @Override
  public void write(WriteBuffer to, Object key) {
    KeyValue all = (KeyValue) key;
    to.putVarInt(all.size());
    for (Object value : all) {
      values.write(to, value);
    }
  }

  @Override
  public Object read(ByteBuffer from) {
    Object[] all = new Object[DataUtils.readVarInt(from)];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.read(from);
    }
    return new KeyValue(all);
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
