/** Batches in, events out, and the one bad record set aside. */
@NullMarked
package dev.frontline.kit.kafka;

import org.jspecify.annotations.NullMarked;
