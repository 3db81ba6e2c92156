@NullMarked
package dev.frontline.ingest.network.meta;

import org.jspecify.annotations.NullMarked;
