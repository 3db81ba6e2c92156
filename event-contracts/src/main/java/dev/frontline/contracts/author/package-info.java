/** The events of {@code authors.erased}. */
@NullMarked
package dev.frontline.contracts.author;

import org.jspecify.annotations.NullMarked;
