/** The case, and the events of {@code cases.events} and {@code mentions.routed}. */
@NullMarked
package dev.frontline.contracts.casefile;

import org.jspecify.annotations.NullMarked;
