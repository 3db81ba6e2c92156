/**
 * By whom and where a post can be answered: told by ingest, decided by routing, shown to people.
 */
@NullMarked
package dev.frontline.kit.speaking;

import org.jspecify.annotations.NullMarked;
