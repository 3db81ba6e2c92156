package dev.frontline.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/**
 * Where a document stands: its id, with equal numbers made the same value as MongoDB holds them to
 * be (1, 1L and 1.0 are one id), in MongoDB's order.
 */
final class DocumentKey extends BasicDataType<Object> {

  private static final int OBJECT = 48;
  private static final ValueComparator ORDER = ValueComparator.ascWithoutListHandling();

  private final ObjectDataType values = new ObjectDataType();

  /** The place of the document with this id. */
  static Object of(@Nullable Object id) {
    return id instanceof String ? id : ofNormalized(new KeyValue(new Object[] {id}).normalized());
  }

  /** The place of the document with the one value of this key, numbers made the same already. */
  static Object ofNormalized(KeyValue key) {
    return Missing.ofNullable(key.get(0));
  }

  /** MongoDB's order of values; texts, which nearly all are, by the short way. */
  static int order(Object left, Object right) {
    return left instanceof String a && right instanceof String b
        ? a.compareTo(b)
        : ORDER.compare(left, right);
  }

  @Override
  public int compare(Object left, Object right) {
    return order(left, right);
  }

  @Override
  public int getMemory(Object key) {
    return OBJECT + (key instanceof String text ? text.length() : 0);
  }

  @Override
  public void write(WriteBuffer to, Object key) {
    values.write(to, key);
  }

  @Override
  public Object read(ByteBuffer from) {
    return values.read(from);
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
