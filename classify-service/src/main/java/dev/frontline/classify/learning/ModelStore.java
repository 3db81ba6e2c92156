package dev.frontline.classify.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.AdaptationFile;
import dev.frontline.contracts.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** Every version that was learned, with its figures and weights, in {@code classify.models}. */
@ApplicationScoped
class ModelStore {

  private static final String VERSION = "version";
  private static final String WEIGHTS = "weights";

  private final MongoCollection<Document> models;

  @Inject
  ModelStore(MongoClient store) {
    this.models = store.getDatabase("classify").getCollection("models");
  }

  void add(ModelVersion version, Adaptation adaptation) {
    try {
      models.insertOne(
          new Document("_id", version.id())
              .append(VERSION, Json.MAPPER.writeValueAsString(version))
              .append(WEIGHTS, new Binary(AdaptationFile.write(adaptation))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a version is always JSON", e);
    }
  }

  /** All of them, newest first. */
  List<ModelVersion> all() {
    List<ModelVersion> all = new ArrayList<>();
    for (Document document : models.find().projection(Projections.include(VERSION))) {
      all.add(version(document));
    }
    all.sort(
        Comparator.comparing(ModelVersion::at).thenComparingInt(ModelVersion::revision).reversed());
    return all;
  }

  Optional<ModelVersion> find(String id) {
    return Optional.ofNullable(models.find(Filters.eq("_id", id)).first()).map(ModelStore::version);
  }

  /** Its weights; empty where it is not kept, or for other labels than this build has. */
  Optional<Adaptation> adaptation(String id) {
    Document document = models.find(Filters.eq("_id", id)).first();
    if (document == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(AdaptationFile.read(document.get(WEIGHTS, Binary.class).getData()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static ModelVersion version(Document document) {
    try {
      return Json.MAPPER.readValue(document.getString(VERSION), ModelVersion.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a version is read as it was written", e);
    }
  }
}
