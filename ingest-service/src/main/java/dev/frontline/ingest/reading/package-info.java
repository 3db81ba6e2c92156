/** Reads every network's sources: what no source should have to do for itself. */
@NullMarked
package dev.frontline.ingest.reading;

import org.jspecify.annotations.NullMarked;
