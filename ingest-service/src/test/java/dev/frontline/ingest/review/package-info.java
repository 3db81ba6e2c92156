@NullMarked
package dev.frontline.ingest.review;

import org.jspecify.annotations.NullMarked;
