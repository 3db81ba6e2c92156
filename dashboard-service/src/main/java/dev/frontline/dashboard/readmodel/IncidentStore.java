package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.incident.IncidentState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * The collections {@code incidents}: {@code {_id, version, state}}, the latest state of each, and
 * {@code incident_cases}: {@code {_id: case id, incident}}, to which one a case belongs.
 */
@ApplicationScoped
public class IncidentStore {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> incidents;
  private final MongoCollection<Document> cases;

  @Inject
  IncidentStore(MongoDatabase database) {
    this.incidents = database.getCollection("incidents");
    this.cases = database.getCollection("incident_cases");
  }

  /** Keeps the state where it is newer than what is there. */
  void write(IncidentState state) {
    Document known = incidents.find(eq("_id", state.id())).first();
    if (known != null && known.getLong("version") >= state.version()) {
      return;
    }
    List<WriteModel<Document>> links = new ArrayList<>();
    for (String id : state.caseIds()) {
      links.add(
          new ReplaceOneModel<>(
              eq("_id", id), new Document("_id", id).append("incident", state.id()), UPSERT));
    }
    if (!links.isEmpty()) {
      cases.bulkWrite(links, UNORDERED);
    }
    incidents.replaceOne(
        eq("_id", state.id()),
        new Document("_id", state.id())
            .append("version", state.version())
            .append("state", Stored.write(state)),
        UPSERT);
  }

  /** What a command answered is shown at once, not only when its event has come. */
  public void seen(IncidentState state) {
    write(state);
  }

  public Optional<IncidentState> find(String id) {
    return Optional.ofNullable(incidents.find(eq("_id", id)).first()).map(IncidentStore::read);
  }

  /** The latest incident to which the case belongs. */
  public Optional<IncidentState> ofCase(String caseId) {
    return Optional.ofNullable(cases.find(eq("_id", caseId)).first())
        .flatMap(d -> find(d.getString("incident")));
  }

  /** All of them: those that go on first, each latest first. They are few. */
  public List<IncidentState> all() {
    List<IncidentState> all = incidents.find().map(IncidentStore::read).into(new ArrayList<>());
    all.sort(
        Comparator.comparing((IncidentState s) -> s.status().ended())
            .thenComparing(s -> s.times().seenAt(), Comparator.reverseOrder()));
    return all;
  }

  private static IncidentState read(Document document) {
    IncidentState state = Stored.read(document.getString("state"), IncidentState.class);
    if (state == null) {
      throw new IllegalStateException("incident without a state: " + document.getString("_id"));
    }
    return state;
  }
}
