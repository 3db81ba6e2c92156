/** The events of {@code sources.events}. */
@NullMarked
package dev.frontline.contracts.source;

import org.jspecify.annotations.NullMarked;
