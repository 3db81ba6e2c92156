@NullMarked
package dev.frontline.ingest.fetch;

import org.jspecify.annotations.NullMarked;
