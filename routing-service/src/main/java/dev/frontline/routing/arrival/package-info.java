/**
 * Judged posts as they come in: which case each one opens, joins or is folded into, or that it
 * needs nobody.
 */
@NullMarked
package dev.frontline.routing.arrival;

import org.jspecify.annotations.NullMarked;
