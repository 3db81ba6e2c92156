package dev.frontline.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Documents in the store's file: BSON, which says its own length first. */
final class DocumentType extends BasicDataType<Document> {

  private static final int OBJECT = 48;

  // One a thread and used again: a commit writes thousands of documents, and a new buffer that
  // grows for each of them was a third of the store's garbage.
  private static final ThreadLocal<ByteBuf> BUFFER =
      ThreadLocal.withInitial(() -> Unpooled.buffer(16 << 10));

  @Override
  public int getMemory(Document document) {
    return memory(document);
  }

  @Override
  public void write(WriteBuffer to, Document document) {
    ByteBuf bytes = BUFFER.get().clear();
    BsonEncoder.encodeDocument(document, bytes);
    to.put(bytes.array(), 0, bytes.readableBytes());
  }

  @Override
  public Document read(ByteBuffer from) {
    ByteBuf bytes = Unpooled.wrappedBuffer(from);
    Document document = BsonDecoder.decodeBson(bytes);
    from.position(from.position() + bytes.readerIndex());
    return document;
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }

  private static int memory(@Nullable Object value) {
    if (value instanceof String text) {
      return OBJECT + text.length();
    }
    if (value instanceof Map<?, ?> fields) {
      int sum = OBJECT;
      for (Object field : fields.values()) {
        sum += OBJECT + memory(field);
      }
      return sum;
    }
    if (value instanceof Collection<?> items) {
      int sum = OBJECT;
      for (Object item : items) {
        sum += memory(item);
      }
      return sum;
    }
    return value instanceof byte[] bytes ? OBJECT + bytes.length : OBJECT;
  }
}
