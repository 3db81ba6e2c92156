package dev.frontline.classify.encoder;

import java.util.List;
import org.jboss.logging.Logger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Does something before the JVM begins to stop. ONNX Runtime closes its environment in a shutdown
 * hook of its own; hooks run side by side, and a call under way in another thread then crashes the
 * process. A signal's handler comes before all hooks.
 */
public final class DrainOnSignal {

  private static final Logger LOG = Logger.getLogger(DrainOnSignal.class);
  private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");

  private DrainOnSignal() {}

  /** Runs it when the process is told to stop, then lets the JVM go on stopping. */
  public static void of(Runnable drain) {
    for (String name : SIGNALS) {
      try {
        SignalHandler[] before = new SignalHandler[1];
        before[0] =
            Signal.handle(
                new Signal(name),
                signal -> {
                  drain.run();
                  if (before[0] != null) {
                    before[0].handle(signal);
                  }
                });
      } catch (IllegalArgumentException e) {
        LOG.warnf("signal cannot be watched signal=%s fault=%s", name, e.getMessage());
      }
    }
  }
}
