@NullMarked
package dev.frontline.ingest.feed;

import org.jspecify.annotations.NullMarked;
