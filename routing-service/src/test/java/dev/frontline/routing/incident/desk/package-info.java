@NullMarked
package dev.frontline.routing.incident.desk;

import org.jspecify.annotations.NullMarked;
