/** A post as a sender tells it: read, checked, and refused by naming the field. */
@NullMarked
package dev.frontline.ingest.post;

import org.jspecify.annotations.NullMarked;
