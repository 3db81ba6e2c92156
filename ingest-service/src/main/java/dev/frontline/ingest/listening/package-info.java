/** Which brands, rivals, topics and campaigns a post is about. */
@NullMarked
package dev.frontline.ingest.listening;

import org.jspecify.annotations.NullMarked;
