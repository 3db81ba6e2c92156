@NullMarked
package dev.frontline.ingest.network.googleplay;

import org.jspecify.annotations.NullMarked;
