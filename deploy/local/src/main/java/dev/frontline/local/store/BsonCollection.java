package dev.frontline.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents stay encoded until somebody asks for one. A page of the file is then
 * written and read by copying, and what is cached are a few arrays instead of thousands of small
 * objects, which the garbage collector had to copy again and again.
 *
 * <p>A document's place is its own id ({@link DocumentKey}); so the index of the ids is this same
 * map and nothing is written twice ({@link IdIndex}).
 */
final class BsonCollection extends AbstractSynchronizedMongoCollection<Object> {

  private final MVMap<Object, byte[]> documents;

  BsonCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, byte[]> documents,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.documents = documents;
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    String idField = getIdField();
    Object place =
        idField == null
            ? UUID.randomUUID()
            : DocumentKey.of(Utils.getSubdocumentValue(document, idField));
    if (documents.putIfAbsent(place, Bson.encode(document)) != null) {
      throw new IllegalStateException("a document stands there already: " + place);
    }
    return place;
  }

  @Override
  protected void handleUpdate(Object place, Document before, Document after) {
    documents.put(place, Bson.encode(after));
  }

  @Override
  protected void removeDocument(Object place) {
    if (documents.remove(place) == null) {
      throw new NoSuchElementException("no document at " + place);
    }
  }

  @Override
  protected @Nullable Document getDocument(Object place) {
    byte[] bytes = documents.get(place);
    return bytes == null ? null : Bson.decode(bytes);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(entry -> new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      Document orderBy,
      int numberToSkip,
      int limit,
      int batchSize,
      Document fields) {
    Stream<Document> all =
        isNaturalDescending(orderBy)
            ? documents.keyList().stream().sorted(lastFirst()).map(this::getDocument)
            : documents.values().stream().map(Bson::decode);
    return matchDocumentsFromStream(all, query, orderBy, numberToSkip, limit, batchSize, fields);
  }

  private static Comparator<Object> lastFirst() {
    return (a, b) -> DocumentKey.order(b, a);
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  /** Encoding every document once more, only to know how long it is, cost a tenth of each write. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int change) {
    throw new UnsupportedOperationException("sizes are not kept");
  }

  @Override
  protected int getDataSize() {
    return 0;
  }
}
