package dev.frontline.classify.wiring;

import dev.frontline.classify.encoder.DrainOnSignal;
import dev.frontline.classify.encoder.Encoder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The encoder's life: loaded before the first post is polled, drained before anything else stops.
 */
@ApplicationScoped
class EncoderBean {

  private final Encoder encoder = Encoder.load();

  @Produces
  @Singleton
  Encoder encoder() {
    return encoder;
  }

  void start(@Observes @Priority(1) StartupEvent event) {
    DrainOnSignal.of(encoder::close);
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    encoder.close();
  }
}
