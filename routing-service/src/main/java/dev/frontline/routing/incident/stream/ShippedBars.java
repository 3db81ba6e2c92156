package dev.frontline.routing.incident.stream;

import dev.frontline.routing.incident.watch.Bars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The bars by which the detector measures where no verdict has moved them. */
@ApplicationScoped
public class ShippedBars {

  private final SpikeStreamConfig config;

  @Inject
  ShippedBars(SpikeStreamConfig config) {
    this.config = config;
  }

  /** Whether the running detector looks at volumes; where not, only stories ring. */
  public boolean volumes() {
    return config.volumes();
  }

  /** As set, whether or not the running detector looks at volumes at all. */
  public Bars bars() {
    return new Bars(config.mainBar(), config.partBar(), config.fineBar());
  }
}
