package dev.frontline.dashboard.live;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.dashboard.readmodel.CaseStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cases by id, never older than what the reader was already told: the store, and in front of it the
 * last few states that came by event or as a command's answer.
 */
@ApplicationScoped
public class RecentCases {

  private static final int KEPT = 300;

  private final CaseStore store;
  private final Map<String, CaseState> recent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CaseState> eldest) {
          return size() > KEPT;
        }
      };

  @Inject
  RecentCases(CaseStore store) {
    this.store = store;
  }

  public void accept(CaseState state) {
    synchronized (recent) {
      CaseState held = recent.remove(state.id());
      recent.put(state.id(), held == null || held.version() < state.version() ? state : held);
    }
  }

  public void remove(String id) {
    synchronized (recent) {
      recent.remove(id);
    }
  }

  public Optional<CaseState> find(String id) {
    CaseState held;
    synchronized (recent) {
      held = recent.get(id);
    }
    return held != null ? Optional.of(held) : store.find(id);
  }

  /** In the order of the ids; those that are not there are left out. */
  public List<CaseState> find(Collection<String> ids) {
    Map<String, CaseState> found = new LinkedHashMap<>();
    synchronized (recent) {
      for (String id : ids) {
        CaseState held = recent.get(id);
        if (held != null) {
          found.put(id, held);
        }
      }
    }
    List<String> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      store.find(missing).forEach(state -> found.put(state.id(), state));
    }
    List<CaseState> ordered = new ArrayList<>();
    for (String id : ids) {
      CaseState state = found.get(id);
      if (state != null) {
        ordered.add(state);
      }
    }
    return ordered;
  }
}
