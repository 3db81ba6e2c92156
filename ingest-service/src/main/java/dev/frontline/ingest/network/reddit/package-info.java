/** Reddit: listings of subreddits, search, answers, and what was taken down there. */
@NullMarked
package dev.frontline.ingest.network.reddit;

import org.jspecify.annotations.NullMarked;
