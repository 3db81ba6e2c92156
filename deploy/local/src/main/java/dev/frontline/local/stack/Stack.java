package dev.frontline.local.stack;

import dev.frontline.local.broker.BrokerSettings;
import dev.frontline.local.broker.EmbeddedBroker;
import dev.frontline.local.store.EmbeddedStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Broker and store, as far as the arguments name them. */
public final class Stack implements AutoCloseable {

  private final @Nullable EmbeddedStore store;
  private final @Nullable EmbeddedBroker broker;
  private final String description;

  private Stack(
      @Nullable EmbeddedStore store, @Nullable EmbeddedBroker broker, String description) {
    this.store = store;
    this.broker = broker;
    this.description = description;
  }

  /** Starts the store first: it is ready in a second, and the broker takes a few. */
  public static Stack start(StackArguments arguments) throws IOException {
    StringBuilder description = new StringBuilder();
    EmbeddedStore store = null;
    if (arguments.storePort() != null) {
      store = EmbeddedStore.start(arguments.directory().resolve("store"), arguments.storePort());
      description.append("store=").append(store.uri()).append(' ');
    }
    EmbeddedBroker broker = null;
    BrokerSettings settings = arguments.broker();
    if (settings != null) {
      broker = EmbeddedBroker.start(settings);
      description.append("kafka=").append(settings.bootstrapServers());
    }
    return new Stack(store, broker, description.toString().strip());
  }

  /** Where clients find the parts: {@code store=URI kafka=HOST:PORT}. */
  public String describe() {
    return description;
  }

  /** The broker first, so that no consumer reads on while the store is closing. */
  @Override
  public void close() {
    if (broker != null) {
      broker.close();
    }
    if (store != null) {
      store.close();
    }
  }
}
