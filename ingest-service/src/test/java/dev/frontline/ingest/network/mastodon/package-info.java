@NullMarked
package dev.frontline.ingest.network.mastodon;

import org.jspecify.annotations.NullMarked;
