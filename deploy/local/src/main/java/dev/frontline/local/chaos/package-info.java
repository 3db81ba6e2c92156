/** Kills parts of the stack under load, then counts whether anything was lost or handled twice. */
@NullMarked
package dev.frontline.local.chaos;

import org.jspecify.annotations.NullMarked;
