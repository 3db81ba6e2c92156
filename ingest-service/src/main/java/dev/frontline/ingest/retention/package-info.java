/** What is kept only for a while. */
@NullMarked
package dev.frontline.ingest.retention;

import org.jspecify.annotations.NullMarked;
