/** Refusals in words, the same from every path. */
@NullMarked
package dev.frontline.ingest.problem;

import org.jspecify.annotations.NullMarked;
