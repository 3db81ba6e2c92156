@NullMarked
package dev.frontline.ingest.retention;

import org.jspecify.annotations.NullMarked;
