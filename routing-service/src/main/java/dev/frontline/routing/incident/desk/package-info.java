/** Where rises, people and time meet the stored incidents. */
@NullMarked
package dev.frontline.routing.incident.desk;

import org.jspecify.annotations.NullMarked;
