/** How this service listens to servers that it does not trust. */
@NullMarked
package dev.frontline.ingest.http;

import org.jspecify.annotations.NullMarked;
