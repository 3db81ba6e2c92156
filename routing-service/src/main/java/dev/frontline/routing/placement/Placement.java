package dev.frontline.routing.placement;

import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is to go.
 *
 * @param assignee who is proposed, null where nobody could be
 * @param due by when, null where no clock runs
 * @param route the rule, and in sentences what it met and who was considered
 * @param opportunity a rival's customer who may be won
 */
public record Placement(
    String department,
    Priority priority,
    @Nullable String assignee,
    @Nullable Due due,
    Route route,
    boolean opportunity) {}
