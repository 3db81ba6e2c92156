/** The service's database. */
@NullMarked
package dev.frontline.ingest.store;

import org.jspecify.annotations.NullMarked;
