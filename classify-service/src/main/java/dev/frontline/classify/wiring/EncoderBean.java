package dev.frontline.classify.wiring;

import dev.frontline.classify.encoder.DrainOnSignal;
import dev.frontline.classify.encoder.Encoder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The encoder's life: loaded before the first post is polled, drained before anything else stops.
 * Not application-scoped: the stand-in that others would be given is a subclass, which would load a
 * second encoder beside the first.
 */
@Singleton
class EncoderBean {

  /** Of the process, not of the bean: ONNX Runtime does not come back once it has been closed. */
  private static volatile boolean toldToStop;

  private final Encoder encoder;

  EncoderBean() {
    if (toldToStop) {
      throw new IllegalStateException("told to stop; the encoder is not loaded again");
    }
    this.encoder = Encoder.load();
  }

  @Produces
  @Singleton
  Encoder encoder() {
    return encoder;
  }

  void start(@Observes @Priority(1) StartupEvent event) {
    DrainOnSignal.of(this::drain);
  }

  private void drain() {
    toldToStop = true;
    encoder.close();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    encoder.close();
  }
}
