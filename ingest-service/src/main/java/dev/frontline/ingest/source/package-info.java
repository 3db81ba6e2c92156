/** What a network's source is: what it declares, what it brings, what it may leave to others. */
@NullMarked
package dev.frontline.ingest.source;

import org.jspecify.annotations.NullMarked;
