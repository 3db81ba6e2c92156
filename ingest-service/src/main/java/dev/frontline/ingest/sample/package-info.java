/** Some of everything that is read, so that a query can be tried before it listens. */
@NullMarked
package dev.frontline.ingest.sample;

import org.jspecify.annotations.NullMarked;
