@NullMarked
package dev.frontline.ingest.network.reddit;

import org.jspecify.annotations.NullMarked;
