@NullMarked
package dev.frontline.routing.incident.count;

import org.jspecify.annotations.NullMarked;
