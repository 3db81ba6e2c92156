@NullMarked
package dev.frontline.ingest.network.telegram;

import org.jspecify.annotations.NullMarked;
