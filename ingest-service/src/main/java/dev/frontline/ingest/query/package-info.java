/** The stored listening queries: changed at run time, tried before they are kept. */
@NullMarked
package dev.frontline.ingest.query;

import org.jspecify.annotations.NullMarked;
