/**
 * What no service could handle, in the hands of a person: sent again, as it was or mended, or let
 * go.
 */
@NullMarked
package dev.frontline.dashboard.deadletter;

import org.jspecify.annotations.NullMarked;
