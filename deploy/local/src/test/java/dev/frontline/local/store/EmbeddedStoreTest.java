package dev.frontline.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store from outside, through MongoDB's own driver. */
class EmbeddedStoreTest {

  private static final int DUPLICATE = 11_000;

  @TempDir Path directory;
  private EmbeddedStore store;
  private MongoClient client;
  private MongoCollection<Document> things;

  @BeforeEach
  void open() throws IOException {
    store = EmbeddedStore.start(directory, 0);
    client = MongoClients.create(store.uri());
    things = client.getDatabase("shop").getCollection("things");
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  @Test
  void equalNumbersAreOneId() {
    things.insertOne(new Document("_id", 1).append("n", "one"));

    assertThatThrownBy(() -> things.insertOne(new Document("_id", 1L)))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(DUPLICATE));
    assertThat(things.find(new Document("_id", 1.0)).first()).containsEntry("n", "one");
    assertThat(things.countDocuments()).isEqualTo(1);
  }

  @Test
  void idsOfEveryKindAreFoundChangedTakenOutAndOutliveARestart() throws IOException {
    List<Object> ids =
        List.of(
            "text",
            7,
            2.5,
            new ObjectId("652f1c2d3e4f5a6b7c8d9e0f"),
            new Date(1_700_000_000_000L),
            new Document("brand", "b").append("day", 3));
    for (Object id : ids) {
      things.insertOne(new Document("_id", id).append("n", 0).append("text", "é 漢 \u0000 end"));
    }
    close();
    open();

    for (Object id : ids) {
      Document is = new Document("_id", id);
      assertThat(
              things.findOneAndUpdate(
                  is,
                  new Document("$inc", new Document("n", 2)),
                  new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
          .as("%s", id)
          .containsEntry("n", 2)
          .containsEntry("_id", id)
          .containsEntry("text", "é 漢 \u0000 end");
      assertThat(things.deleteOne(is).getDeletedCount()).isEqualTo(1);
      assertThat(things.find(is).first()).isNull();
    }
    assertThat(things.countDocuments()).isZero();
  }

  @Test
  void aTakenIdInABatchIsRefusedAlone() {
    things.insertOne(new Document("_id", "b").append("by", "first"));

    MongoBulkWriteException refused =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                things.bulkWrite(
                    List.of(
                        new InsertOneModel<>(new Document("_id", "a")),
                        new InsertOneModel<>(new Document("_id", "b").append("by", "second")),
                        new InsertOneModel<>(new Document("_id", "c"))),
                    new BulkWriteOptions().ordered(false)));

    assertThat(refused.getWriteErrors())
        .extracting(BulkWriteError::getCode)
        .containsOnly(DUPLICATE);
    assertThat(things.countDocuments()).isEqualTo(3);
    assertThat(things.find(new Document("_id", "b")).first()).containsEntry("by", "first");
  }

  @Test
  void aUniqueIndexFollowsReplacingAndTakingOut() {
    things.createIndex(
        Indexes.ascending("_id", "version"), new IndexOptions().unique(true).name("guard"));
    things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
    things.insertOne(new Document("_id", "a").append("version", 1).append("key", "k1"));
    things.insertOne(new Document("_id", "b").append("version", 1).append("key", "k2"));

    assertThatThrownBy(
            () ->
                things.replaceOne(
                    new Document("_id", "b"), new Document("version", 2).append("key", "k1")))
        .isInstanceOf(MongoWriteException.class);
    things.replaceOne(
        new Document("_id", "a").append("version", 1),
        new Document("version", 2).append("key", "k3"));
    things.replaceOne(
        new Document("_id", "c"),
        new Document("version", 1).append("key", "k1"),
        new ReplaceOptions().upsert(true));
    things.deleteOne(new Document("_id", "b"));
    things.insertOne(new Document("_id", "d").append("version", 1).append("key", "k2"));

    assertThat(things.find(new Document("_id", "a").append("version", 1)).first()).isNull();
    assertThat(things.find(new Document("_id", "a").append("version", 2)).first())
        .containsEntry("key", "k3");
    assertThat(things.find(new Document("key", "k2")).first()).containsEntry("_id", "d");
  }

  @Test
  void documentsComeInTheOrderOfTheirIdsAndBackwards() {
    for (String id : List.of("b", "c", "a")) {
      things.insertOne(new Document("_id", id));
    }

    assertThat(ids(new Document())).containsExactly("a", "b", "c");
    assertThat(ids(new Document("$natural", -1))).containsExactly("c", "b", "a");
    assertThat(things.find(new Document("_id", new Document("$in", List.of("c", "x", "a")))))
        .extracting(found -> found.getString("_id"))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void aDroppedCollectionStartsEmpty() {
    things.insertOne(new Document("_id", "a"));

    things.drop();
    things.insertOne(new Document("_id", "a").append("n", 2));

    assertThat(things.find())
        .hasSize(1)
        .first()
        .satisfies(a -> assertThat(a).containsEntry("n", 2));
  }

  private List<String> ids(Document sort) {
    List<String> ids = new ArrayList<>();
    things.find().sort(sort).forEach(found -> ids.add(found.getString("_id")));
    return ids;
  }
}
