/** What came in and could not be read, kept for a person. */
@NullMarked
package dev.frontline.ingest.parked;

import org.jspecify.annotations.NullMarked;
