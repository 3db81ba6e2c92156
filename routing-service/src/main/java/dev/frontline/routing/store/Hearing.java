package dev.frontline.routing.store;

import java.util.Collection;

/** Hears what cases have to tell before the broker does, for this service's own purposes. */
@FunctionalInterface
public interface Hearing {

  /**
   * Hears everything that stands in the outboxes of these cases; again after a crash, so hearing
   * twice must be as hearing once.
   */
  void hear(Collection<CaseDocument> untold);
}
