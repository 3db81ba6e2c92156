@NullMarked
package dev.frontline.ingest.network.email;

import org.jspecify.annotations.NullMarked;
