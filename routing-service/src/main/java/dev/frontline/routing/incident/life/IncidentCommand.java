package dev.frontline.routing.incident.life;

import org.jspecify.annotations.Nullable;

/**
 * What a person does with an incident. None carries a version: an incident changes by itself every
 * minute while it rises, and what people do in its room does not depend on the curve. An approval
 * names the wording that its giver saw.
 */
public sealed interface IncidentCommand {

  record Acknowledge() implements IncidentCommand {}

  record Confirm() implements IncidentCommand {}

  record Join() implements IncidentCommand {}

  record Note(@Nullable String text) implements IncidentCommand {}

  record Draft(@Nullable String text) implements IncidentCommand {}

  record Approve(@Nullable String text) implements IncidentCommand {}

  record Check(@Nullable Integer item, @Nullable Boolean done) implements IncidentCommand {}

  record Pause(@Nullable Boolean paused) implements IncidentCommand {}

  record Handle() implements IncidentCommand {}

  record Close(@Nullable String note) implements IncidentCommand {}

  record Dismiss(@Nullable String reason) implements IncidentCommand {}

  record Judge(@Nullable Boolean real) implements IncidentCommand {}
}
