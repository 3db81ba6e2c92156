@NullMarked
package dev.frontline.ingest.network.trustpilot;

import org.jspecify.annotations.NullMarked;
