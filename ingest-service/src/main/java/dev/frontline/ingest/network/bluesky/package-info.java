/** Bluesky: posts by Jetstream, answers to the account's own data server. */
@NullMarked
package dev.frontline.ingest.network.bluesky;

import org.jspecify.annotations.NullMarked;
