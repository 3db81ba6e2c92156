/** One lane a sink: what goes out, in which order, and the pause that a sink in trouble gets. */
@NullMarked
package dev.frontline.routing.notification.lane;

import org.jspecify.annotations.NullMarked;
