@NullMarked
package dev.frontline.ingest.network;

import org.jspecify.annotations.NullMarked;
