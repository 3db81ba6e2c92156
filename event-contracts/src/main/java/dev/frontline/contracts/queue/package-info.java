/** The events of the {@code queues.<department>} topics. */
@NullMarked
package dev.frontline.contracts.queue;

import org.jspecify.annotations.NullMarked;
