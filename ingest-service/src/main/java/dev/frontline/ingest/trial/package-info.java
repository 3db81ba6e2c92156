/** Sources and queries that are only tried out: for how long, and what is decided then. */
@NullMarked
package dev.frontline.ingest.trial;

import org.jspecify.annotations.NullMarked;
