@NullMarked
package dev.frontline.ingest.token;

import org.jspecify.annotations.NullMarked;
