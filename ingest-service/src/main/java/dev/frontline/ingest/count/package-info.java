/** What came in, counted from the store. */
@NullMarked
package dev.frontline.ingest.count;

import org.jspecify.annotations.NullMarked;
