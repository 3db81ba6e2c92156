package dev.frontline.routing.notification;

import java.time.Instant;
import java.util.List;

/** Says to whom a notice goes, and when. */
@FunctionalInterface
public interface Addressing {

  /** The deliveries of a notice told now; none where nobody wants it. */
  List<Delivery> deliveries(Notice notice, Instant now);
}
