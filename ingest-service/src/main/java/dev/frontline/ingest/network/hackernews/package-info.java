/** Hacker News: search by Algolia, items by Firebase. */
@NullMarked
package dev.frontline.ingest.network.hackernews;

import org.jspecify.annotations.NullMarked;
