/** What a company listens for, as stored queries, and which of them a post meets. */
@NullMarked
package dev.frontline.ingest.listening;

import org.jspecify.annotations.NullMarked;
