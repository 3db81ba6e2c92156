/** The events of {@code incidents.detected} and {@code incidents.events}. */
@NullMarked
package dev.frontline.contracts.incident;

import org.jspecify.annotations.NullMarked;
