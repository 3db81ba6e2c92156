/** The classes of notification, wired once, and what keeps its collections in order. */
@NullMarked
package dev.frontline.routing.notification.wiring;

import org.jspecify.annotations.NullMarked;
