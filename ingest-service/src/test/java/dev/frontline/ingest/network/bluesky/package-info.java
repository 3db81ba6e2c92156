@NullMarked
package dev.frontline.ingest.network.bluesky;

import org.jspecify.annotations.NullMarked;
