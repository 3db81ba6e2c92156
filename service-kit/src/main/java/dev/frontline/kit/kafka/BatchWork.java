package dev.frontline.kit.kafka;

import java.util.List;

/** What a service does with a batch of events; must be safe to do again with the same events. */
@FunctionalInterface
public interface BatchWork<E> {

  /**
   * Handles all events and returns once everything that follows from them is durable.
   *
   * @return those that can never be handled; they go to the dead letters
   */
  List<Rejection<E>> handle(List<Received<E>> batch);
}
