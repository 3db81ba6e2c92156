@NullMarked
package dev.frontline.ingest.network.x;

import org.jspecify.annotations.NullMarked;
