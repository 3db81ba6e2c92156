package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.dashboard.inbox.CaseGlance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * The collection {@code cases}: {@code {_id: case id, version, glance, state}}, the latest state of
 * each case and its line in lists, both as JSON text.
 */
@ApplicationScoped
public class CaseStore {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> cases;

  @Inject
  CaseStore(MongoDatabase database) {
    this.cases = database.getCollection("cases");
  }

  /**
   * Writes the states that are newer than what is there and forgets the erased, all at once. An
   * older state may come later: whoever published it may have been held up.
   *
   * @param states one a case
   */
  void write(Collection<CaseState> states, Collection<String> erased) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    Map<String, Long> versions = versions(states);
    for (CaseState state : states) {
      Long known = versions.get(state.id());
      if (known != null && known >= state.version()) {
        continue;
      }
      Document document =
          new Document("_id", state.id())
              .append("version", state.version())
              .append("glance", Stored.write(CaseGlance.of(state)))
              .append("state", Stored.write(state));
      writes.add(new ReplaceOneModel<>(eq("_id", state.id()), document, UPSERT));
    }
    erased.forEach(id -> writes.add(new DeleteOneModel<>(eq("_id", id))));
    if (!writes.isEmpty()) {
      cases.bulkWrite(writes, UNORDERED);
    }
  }

  public Optional<CaseState> find(String id) {
    return Optional.ofNullable(cases.find(eq("_id", id)).first()).map(CaseStore::read);
  }

  /** Those of the ids that are there, in no order. */
  public List<CaseState> find(Collection<String> ids) {
    return cases.find(in("_id", ids)).map(CaseStore::read).into(new ArrayList<>());
  }

  /** Hands over the line of every case. */
  public void glances(Consumer<CaseGlance> each) {
    cases
        .find()
        .projection(Projections.include("glance"))
        .map(d -> Stored.read(d.getString("glance"), CaseGlance.class))
        .forEach(
            glance -> {
              if (glance != null) {
                each.accept(glance);
              }
            });
  }

  private Map<String, Long> versions(Collection<CaseState> states) {
    Map<String, Long> versions = new HashMap<>();
    if (!states.isEmpty()) {
      cases
          .find(in("_id", states.stream().map(CaseState::id).toList()))
          .projection(Projections.include("version"))
          .forEach(d -> versions.put(d.getString("_id"), d.getLong("version")));
    }
    return versions;
  }

  private static CaseState read(Document document) {
    CaseState state = Stored.read(document.getString("state"), CaseState.class);
    if (state == null) {
      throw new IllegalStateException("case without a state: " + document.getString("_id"));
    }
    return state;
  }
}
