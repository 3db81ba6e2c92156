@NullMarked
package dev.frontline.ingest.spend;

import org.jspecify.annotations.NullMarked;
