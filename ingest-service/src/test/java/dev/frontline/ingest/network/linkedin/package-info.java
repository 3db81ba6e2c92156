@NullMarked
package dev.frontline.ingest.network.linkedin;

import org.jspecify.annotations.NullMarked;
