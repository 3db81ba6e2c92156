@NullMarked
package dev.frontline.ingest.accepting;

import org.jspecify.annotations.NullMarked;
