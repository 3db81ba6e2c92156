@NullMarked
package dev.frontline.ingest.hook;

import org.jspecify.annotations.NullMarked;
