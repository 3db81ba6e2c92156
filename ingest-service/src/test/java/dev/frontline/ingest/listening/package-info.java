@NullMarked
package dev.frontline.ingest.listening;

import org.jspecify.annotations.NullMarked;
