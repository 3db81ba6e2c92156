@NullMarked
package dev.frontline.ingest.network.googlebusiness;

import org.jspecify.annotations.NullMarked;
