@NullMarked
package dev.frontline.ingest.query;

import org.jspecify.annotations.NullMarked;
