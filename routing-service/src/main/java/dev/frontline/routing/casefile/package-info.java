/**
 * What may happen to a case: pure decisions from (state, command or event) to the next state and
 * its events, or a refusal.
 */
@NullMarked
package dev.frontline.routing.casefile;

import org.jspecify.annotations.NullMarked;
