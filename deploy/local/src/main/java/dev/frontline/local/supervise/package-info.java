/** Starts processes in order, waits until they are ready, restarts the dead, stops them cleanly. */
@NullMarked
package dev.frontline.local.supervise;

import org.jspecify.annotations.NullMarked;
