/** The mention itself and the events of {@code mentions.ingested}. */
@NullMarked
package dev.frontline.contracts.mention;

import org.jspecify.annotations.NullMarked;
