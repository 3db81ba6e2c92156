package dev.frontline.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/** Documents to and from BSON. */
final class Bson {

  // One a thread and used again: a batch encodes thousands of documents, and a new buffer that
  // grows for each of them was a third of the store's garbage.
  private static final ThreadLocal<ByteBuf> BUFFER =
      ThreadLocal.withInitial(() -> Unpooled.buffer(16 << 10));

  private Bson() {}

  static byte[] encode(Document document) {
    ByteBuf bytes = BUFFER.get().clear();
    BsonEncoder.encodeDocument(document, bytes);
    return Arrays.copyOf(bytes.array(), bytes.readableBytes());
  }

  static Document decode(byte[] bytes) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }
}
