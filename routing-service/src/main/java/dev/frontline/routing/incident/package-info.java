/** When more is said than usual: what is usual, and how far beyond it a moment is. */
@NullMarked
package dev.frontline.routing.incident;

import org.jspecify.annotations.NullMarked;
