/** The service from outside, on a real broker and store. */
@NullMarked
package dev.frontline.ingest;

import org.jspecify.annotations.NullMarked;
