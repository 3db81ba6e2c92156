@NullMarked
package dev.frontline.ingest.network.youtube;

import org.jspecify.annotations.NullMarked;
