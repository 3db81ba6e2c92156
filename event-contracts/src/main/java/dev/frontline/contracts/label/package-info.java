/** The events of {@code labels.corrected}. */
@NullMarked
package dev.frontline.contracts.label;

import org.jspecify.annotations.NullMarked;
