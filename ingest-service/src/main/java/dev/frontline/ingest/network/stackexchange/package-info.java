/** Stack Exchange: questions by words and tags. */
@NullMarked
package dev.frontline.ingest.network.stackexchange;

import org.jspecify.annotations.NullMarked;
