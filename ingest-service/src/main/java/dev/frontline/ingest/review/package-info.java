/** What review sites share: stars, answers of the place itself, reviews looked up one by one. */
@NullMarked
package dev.frontline.ingest.review;

import org.jspecify.annotations.NullMarked;
