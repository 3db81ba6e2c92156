/** Timers that survive restarts and fire once, whichever instance runs. */
@NullMarked
package dev.frontline.routing.timer;

import org.jspecify.annotations.NullMarked;
