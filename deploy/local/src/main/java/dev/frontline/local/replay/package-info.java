/** Feeds a recorded stream of posts through the real ingest path. */
@NullMarked
package dev.frontline.local.replay;

import org.jspecify.annotations.NullMarked;
