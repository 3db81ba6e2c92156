@NullMarked
package dev.frontline.ingest.network.appstore;

import org.jspecify.annotations.NullMarked;
