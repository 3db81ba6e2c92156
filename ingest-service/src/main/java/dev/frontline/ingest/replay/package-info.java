/** Recorded streams, many posts at a time. */
@NullMarked
package dev.frontline.ingest.replay;

import org.jspecify.annotations.NullMarked;
