@NullMarked
package dev.frontline.ingest.post;

import org.jspecify.annotations.NullMarked;
