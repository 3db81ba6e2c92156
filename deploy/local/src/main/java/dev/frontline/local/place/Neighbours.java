package dev.frontline.local.place;

import java.util.Map;

/**
 * Broker and store: embedded, or those that {@code FRONTLINE_KAFKA} and {@code FRONTLINE_STORE_URI}
 * point at.
 *
 * @param kafka bootstrap servers
 * @param storeUri connection string without a database
 */
public record Neighbours(
    String kafka, boolean embeddedKafka, String storeUri, boolean embeddedStore) {

  public static Neighbours of(Map<String, String> environment, Ports ports) {
    String kafka = environment.getOrDefault("FRONTLINE_KAFKA", "");
    String store = environment.getOrDefault("FRONTLINE_STORE_URI", "");
    return new Neighbours(
        kafka.isBlank() ? "127.0.0.1:" + ports.kafka() : kafka,
        kafka.isBlank(),
        store.isBlank() ? "mongodb://127.0.0.1:" + ports.store() : store,
        store.isBlank());
  }

  /** Whether a process of ours holds at least one of them. */
  public boolean anyEmbedded() {
    return embeddedKafka || embeddedStore;
  }
}
