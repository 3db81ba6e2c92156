package dev.frontline.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Keeps documents as BSON, each under its own id, and compares index keys as they are. The
 * library's own maps hold all of it as serialised Java objects, write two of them out for every
 * comparison, and keep the ids a second time; that cost most of the store's time.
 *
 * <p>A map that is open already is what {@link MVStore#openMap(String)} answers with, whatever its
 * types; so each map is opened here, with ours, a moment before the library asks for it.
 */
final class BsonBackend extends H2Backend {

  private static final String ID = "_id";

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
        return new BsonCollection(
            this, collection, options, documents(name, collection), cursorRegistry);
      }

      @Override
      protected Index<Object> openOrCreateUniqueIndex(
          String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.get(0).getKey().equals(ID)) {
          return new IdIndex(index, keys, sparse, documents(name, collection));
        }
        openKeys(name + "." + collection + "._index_" + index);
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
      }
    };
  }

  private MVMap<Object, byte[]> documents(String database, String collection) {
    return getMvStore()
        .openMap(
            "databases." + database + "." + collection,
            new MVMap.Builder<Object, byte[]>()
                .keyType(new DocumentKey())
                .valueType(new BytesType()));
  }

  private void openKeys(String map) {
    getMvStore()
        .openMap(
            map,
            new MVMap.Builder<Object, Object>()
                .keyType(new KeyType())
                .valueType(new DocumentKey()));
  }
}
