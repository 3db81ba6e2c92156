/** Saves, brings back and empties what the stack keeps. */
@NullMarked
package dev.frontline.local.data;

import org.jspecify.annotations.NullMarked;
