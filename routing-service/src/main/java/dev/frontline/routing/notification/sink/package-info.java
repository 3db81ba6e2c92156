/** The kinds of sinks: how each wants to be spoken to, and what its answers mean. */
@NullMarked
package dev.frontline.routing.notification.sink;

import org.jspecify.annotations.NullMarked;
