/** Trustpilot: reviews of own business units, and the company's answers. */
@NullMarked
package dev.frontline.ingest.network.trustpilot;

import org.jspecify.annotations.NullMarked;
