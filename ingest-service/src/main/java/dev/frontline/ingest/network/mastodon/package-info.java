/** Mastodon and servers that speak its interface. */
@NullMarked
package dev.frontline.ingest.network.mastodon;

import org.jspecify.annotations.NullMarked;
