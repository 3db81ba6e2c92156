package dev.frontline.dashboard.deadletter;

import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.dashboard.readmodel.DeadLetter;
import dev.frontline.dashboard.readmodel.DeadLetter.State;
import dev.frontline.dashboard.readmodel.DeadLetterStore;
import dev.frontline.dashboard.readmodel.WholeLetter;
import dev.frontline.kit.kafka.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Where people who run the whole decide about dead letters. */
@ApplicationScoped
public class DeadLetterDesk {

  private final DeadLetterStore store;
  private final EventPublisher publisher;

  @Inject
  DeadLetterDesk(DeadLetterStore store, EventPublisher publisher) {
    this.store = store;
    this.publisher = publisher;
  }

  public Optional<WholeLetter> find(String ref) {
    return store.find(ref);
  }

  /** The latest that wait. */
  public List<DeadLetter> waiting(int count) {
    return store.waiting(count);
  }

  /** How many wait. */
  public long countWaiting() {
    return store.countWaiting();
  }

  /**
   * Sends it again and notes that after: a crash between the two means that it goes out twice, and
   * every consumer drops what it knows.
   *
   * @param mended the value to send instead, null for the one it had
   */
  public Ruling replay(WholeLetter whole, @Nullable String mended, String by) {
    if (!whole.letter().waits()) {
      return decidedBefore(whole.letter());
    }
    try {
      publisher.publish(List.of(Resending.of(whole, mended)));
    } catch (UnreadableEventException e) {
      return new Ruling.Refused("It would end here again: " + e.getMessage());
    } catch (KafkaException e) {
      return new Ruling.Refused("Kafka did not take it; it stays here: " + e.getMessage());
    }
    return decided(whole, State.REPLAYED, by);
  }

  /** Lets it end here; it still counts as dead. */
  public Ruling discard(WholeLetter whole, String by) {
    return whole.letter().waits()
        ? decided(whole, State.DISCARDED, by)
        : decidedBefore(whole.letter());
  }

  private Ruling decided(WholeLetter whole, State state, String by) {
    store.decide(whole.letter(), state, by);
    return store
        .find(whole.letter().ref())
        .<Ruling>map(Ruling.Done::new)
        .orElseGet(() -> new Ruling.Refused("It is gone."));
  }

  private static Ruling decidedBefore(DeadLetter letter) {
    return new Ruling.Refused(
        letter.by() + (letter.state() == State.REPLAYED ? " replayed it." : " discarded it."));
  }
}
