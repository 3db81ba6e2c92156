/** Telegram: what is said where a bot of ours was let in. */
@NullMarked
package dev.frontline.ingest.network.telegram;

import org.jspecify.annotations.NullMarked;
