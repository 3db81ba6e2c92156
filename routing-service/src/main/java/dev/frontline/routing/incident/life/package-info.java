/** What becomes of an incident, decided without store, clock or framework. */
@NullMarked
package dev.frontline.routing.incident.life;

import org.jspecify.annotations.NullMarked;
