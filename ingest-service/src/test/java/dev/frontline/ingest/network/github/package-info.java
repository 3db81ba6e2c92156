@NullMarked
package dev.frontline.ingest.network.github;

import org.jspecify.annotations.NullMarked;
