/** Notifications over REST: the delivery log, sending again, tests, and what people set. */
@NullMarked
package dev.frontline.routing.notification.rest;

import org.jspecify.annotations.NullMarked;
