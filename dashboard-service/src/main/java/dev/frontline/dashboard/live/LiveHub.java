package dev.frontline.dashboard.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands every change to whoever listens, and remembers the last 2,000 so that a browser which was
 * away for a moment misses none.
 */
@ApplicationScoped
public class LiveHub {

  private static final int REMEMBERED = 2_000;

  private final Set<Consumer<CaseChange>> listeners = ConcurrentHashMap.newKeySet();
  private final Deque<CaseChange> recent = new ArrayDeque<>();

  /** Tells all listeners, in order. */
  public synchronized void publish(CaseChange change) {
    recent.addLast(change);
    if (recent.size() > REMEMBERED) {
      recent.removeFirst();
    }
    listeners.forEach(listener -> listener.accept(change));
  }

  /**
   * Listens from now on, after what came since a position.
   *
   * @param since last position seen, null for none
   * @return false where the position is too old: what was missed is not known
   */
  public synchronized boolean listen(Consumer<CaseChange> listener, @Nullable String since) {
    Optional<List<CaseChange>> missed = since == null ? Optional.of(List.of()) : after(since);
    missed.ifPresent(changes -> changes.forEach(listener));
    listeners.add(listener);
    return missed.isPresent();
  }

  public void leave(Consumer<CaseChange> listener) {
    listeners.remove(listener);
  }

  private Optional<List<CaseChange>> after(String position) {
    List<CaseChange> changes = null;
    for (CaseChange change : recent) {
      if (changes != null) {
        changes.add(change);
      } else if (change.position().equals(position)) {
        changes = new ArrayList<>();
      }
    }
    return Optional.ofNullable(changes);
  }
}
