/** What time does to cases: left-over outboxes, deadlines, triage that waited too long. */
@NullMarked
package dev.frontline.routing.sweep;

import org.jspecify.annotations.NullMarked;
