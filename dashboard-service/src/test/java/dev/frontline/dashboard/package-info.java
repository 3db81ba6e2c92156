/** The dashboard on a real broker and store: events in, pages and REST out. */
@NullMarked
package dev.frontline.dashboard;

import org.jspecify.annotations.NullMarked;
