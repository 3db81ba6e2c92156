/** Measuring how fast posts are matched. */
@NullMarked
package dev.frontline.ingest.bench;

import org.jspecify.annotations.NullMarked;
