package dev.frontline.routing.notification.rest;

import dev.frontline.kit.token.Caller;
import dev.frontline.routing.notification.Delivery;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody may see of the delivery log, and do about it. */
record Reader(Caller caller) {

  private static final Set<String> WHOLE = Set.of("social-lead", "ops", "admin");

  /** Those who lead or run the whole see everything. */
  boolean seesAll() {
    return WHOLE.stream().anyMatch(caller::has);
  }

  /** Departments whose channels' deliveries they see; null for all. */
  @Nullable Set<String> departments() {
    return seesAll() ? null : caller.departments();
  }

  boolean sees(Delivery delivery) {
    String department = delivery.notice().department();
    boolean channel =
        delivery.recipient().isEmpty()
            && department != null
            && caller.departments().contains(department);
    return seesAll() || channel || delivery.recipient().equals(caller.user());
  }
}
