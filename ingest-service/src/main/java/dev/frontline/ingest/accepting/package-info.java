/** From a readable post to a published mention, each once. */
@NullMarked
package dev.frontline.ingest.accepting;

import org.jspecify.annotations.NullMarked;
