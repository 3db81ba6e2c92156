@NullMarked
package dev.frontline.routing.incident.watch;

import org.jspecify.annotations.NullMarked;
