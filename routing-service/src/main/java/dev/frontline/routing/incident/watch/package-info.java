/** Watches what is said about each brand, signal by signal, and tells of what rises. */
@NullMarked
package dev.frontline.routing.incident.watch;

import org.jspecify.annotations.NullMarked;
