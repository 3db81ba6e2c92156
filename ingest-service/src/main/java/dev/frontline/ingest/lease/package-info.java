/** What only one instance may do at a time. */
@NullMarked
package dev.frontline.ingest.lease;

import org.jspecify.annotations.NullMarked;
