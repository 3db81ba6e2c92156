package dev.frontline.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Keeps documents as BSON and compares index keys as they are. The backend's own maps hold both as
 * serialised Java objects and write two of them out for every comparison, which cost most of the
 * store's time.
 *
 * <p>A map that is open already is what {@link MVStore#openMap(String)} answers with, whatever its
 * types; so each map is opened here, with ours, a moment before the backend asks for it.
 */
final class BsonBackend extends H2Backend {

  BsonBackend(MVStore file) {
    super(file);
  }

  // Called while the superclass is being made: only what that has set by then may be used.
  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    // An inner class, because its database, too, opens its maps while it is being made.
    return new H2Database(name, getMvStore(), getCursorRegistry()) {

      @Override
      protected MongoCollection<Object> openOrCreateCollection(
          String collection, CollectionOptions options) {
        openDocuments("databases." + name + "." + collection);
        return super.openOrCreateCollection(collection, options);
      }

      @Override
      protected Index<Object> openOrCreateUniqueIndex(
          String collection, String index, List<IndexKey> keys, boolean sparse) {
        openKeys(name + "." + collection + "._index_" + index);
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
      }
    };
  }

  private void openDocuments(String map) {
    getMvStore()
        .openMap(
            map,
            new MVMap.Builder<Object, Document>()
                .keyType(new ObjectDataType())
                .valueType(new DocumentType()));
  }

  private void openKeys(String map) {
    getMvStore()
        .openMap(
            map,
            new MVMap.Builder<Object, Object>()
                .keyType(new KeyType())
                .valueType(new ObjectDataType()));
  }
}
