package dev.frontline.routing.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries of the log are asked for; null means any.
 *
 * @param departments whose channels' deliveries may be seen, null for all
 * @param person whose own deliveries may be seen besides; null where everybody's may
 * @param kind as its word
 * @param page from 1
 */
public record DeliveryQuery(
    @Nullable Set<String> departments,
    @Nullable String person,
    @Nullable String sink,
    Delivery.@Nullable State state,
    @Nullable String kind,
    int page,
    int size) {}
