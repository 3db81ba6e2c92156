/**
 * The {@code frontline} command: brings the one-machine stack up, watches it, and looks after it.
 */
@NullMarked
package dev.frontline.local;

import org.jspecify.annotations.NullMarked;
