/** Authors who asked to be forgotten. */
@NullMarked
package dev.frontline.ingest.erasure;

import org.jspecify.annotations.NullMarked;
