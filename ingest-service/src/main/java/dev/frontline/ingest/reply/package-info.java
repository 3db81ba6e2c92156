/** Answers out to the networks, each at most once. */
@NullMarked
package dev.frontline.ingest.reply;

import org.jspecify.annotations.NullMarked;
