/** What was counted about each brand, minute by minute, kept for questions that come later. */
@NullMarked
package dev.frontline.routing.incident.count;

import org.jspecify.annotations.NullMarked;
