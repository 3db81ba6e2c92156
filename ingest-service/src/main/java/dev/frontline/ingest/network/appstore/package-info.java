/** The App Store: reviews by its public feed, or by App Store Connect, where they are answered. */
@NullMarked
package dev.frontline.ingest.network.appstore;

import org.jspecify.annotations.NullMarked;
