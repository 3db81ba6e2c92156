@NullMarked
package dev.frontline.ingest.network.hackernews;

import org.jspecify.annotations.NullMarked;
