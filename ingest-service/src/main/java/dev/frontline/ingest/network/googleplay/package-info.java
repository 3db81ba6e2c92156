/** Google Play: reviews of own apps, and the developer's answers. */
@NullMarked
package dev.frontline.ingest.network.googleplay;

import org.jspecify.annotations.NullMarked;
