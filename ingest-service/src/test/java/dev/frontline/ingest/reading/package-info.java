@NullMarked
package dev.frontline.ingest.reading;

import org.jspecify.annotations.NullMarked;
