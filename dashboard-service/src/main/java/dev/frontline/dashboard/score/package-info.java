/** How good the alarms were. */
@NullMarked
package dev.frontline.dashboard.score;

import org.jspecify.annotations.NullMarked;
