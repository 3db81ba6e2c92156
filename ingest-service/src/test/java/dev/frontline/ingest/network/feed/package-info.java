@NullMarked
package dev.frontline.ingest.network.feed;

import org.jspecify.annotations.NullMarked;
