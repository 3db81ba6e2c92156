@NullMarked
package dev.frontline.ingest.source;

import org.jspecify.annotations.NullMarked;
