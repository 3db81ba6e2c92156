/** Google Business Profile: reviews of own locations, and the owner's answers. */
@NullMarked
package dev.frontline.ingest.network.googlebusiness;

import org.jspecify.annotations.NullMarked;
