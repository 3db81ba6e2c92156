/** The encoder: from a post's text to the 768 numbers that tell its meaning. */
@NullMarked
package dev.frontline.classify.encoder;

import org.jspecify.annotations.NullMarked;
