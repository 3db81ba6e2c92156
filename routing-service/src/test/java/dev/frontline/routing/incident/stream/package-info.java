@NullMarked
package dev.frontline.routing.incident.stream;

import org.jspecify.annotations.NullMarked;
