/** The events of {@code models.events}. */
@NullMarked
package dev.frontline.contracts.model;

import org.jspecify.annotations.NullMarked;
