package dev.frontline.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of a collection's ids, which is the collection's own map: a document stands at its id.
 * So it only looks; adding and removing are done by putting and taking the document.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {

  private final MVMap<Object, byte[]> documents;

  IdIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<Object, byte[]> documents) {
    super(name, keys, sparse);
    this.documents = documents;
  }

  /** Nothing to add, and nothing to check again: the document stands in the map by now. */
  @Override
  public void add(Document document, Object place, MongoCollection<Object> collection) {}

  /** Asked just before the document is taken out of the map. */
  @Override
  protected @Nullable Object removeDocument(KeyValue key) {
    return getPosition(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object place) {
    throw new UnsupportedOperationException("a document is added to its map alone");
  }

  @Override
  protected @Nullable Object getPosition(KeyValue key) {
    Object place = DocumentKey.ofNormalized(key);
    return documents.containsKey(place) ? place : null;
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
    return () ->
        documents.keyList().stream().map(place -> Map.entry(new KeyValue(place), place)).iterator();
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
