/** How easily each alarm rings: moved within bounds by what people said of the alarms so far. */
@NullMarked
package dev.frontline.routing.incident.tuning;

import org.jspecify.annotations.NullMarked;
