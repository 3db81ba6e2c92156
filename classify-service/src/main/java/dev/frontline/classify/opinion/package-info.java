/** A language model elsewhere, asked about posts of which our own is unsure; off by default. */
@NullMarked
package dev.frontline.classify.opinion;

import org.jspecify.annotations.NullMarked;
