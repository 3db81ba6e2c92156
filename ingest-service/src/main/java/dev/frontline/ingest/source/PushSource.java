package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import java.util.Optional;

/** A source whose network calls us, at {@code /hooks/SOURCE}. */
public interface PushSource extends NetworkSource {

  /** Whether the delivery comes from the network: over the raw bytes, compared in constant time. */
  boolean genuine(Opened opened, Delivery delivery);

  /**
   * Translates a delivery. What it holds is published before the network gets its 2xx.
   *
   * @throws Fault of kind BROKEN where it cannot be read; it is parked, and the network is told so
   */
  Page take(Opened opened, Delivery delivery) throws Fault;

  /**
   * Asks the network for what a delivery only names. It comes after {@link #take} was published: a
   * delivery that is sent again because this failed loses nothing and tells nothing twice.
   *
   * @throws Fault where the network cannot be asked now; it is told to send the delivery again
   */
  default Page fetch(Opened opened, Delivery delivery) throws Fault, InterruptedException {
    return Page.nothing(Cursor.START);
  }

  /**
   * The answer to a network that asks whether we are who it thinks.
   *
   * @return empty where this is no such question, or it comes from somebody else
   */
  default Optional<String> greet(Opened opened, Delivery question) {
    return Optional.empty();
  }
}
