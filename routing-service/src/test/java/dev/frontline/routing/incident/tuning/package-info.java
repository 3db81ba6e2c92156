@NullMarked
package dev.frontline.routing.incident.tuning;

import org.jspecify.annotations.NullMarked;
