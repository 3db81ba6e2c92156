/** Discourse forums by their webhooks. */
@NullMarked
package dev.frontline.ingest.network.discourse;

import org.jspecify.annotations.NullMarked;
