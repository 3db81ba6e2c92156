/** Turns a post's text into tokens, hashed n-grams, cues and surface features. */
@NullMarked
package dev.frontline.classify.text;

import org.jspecify.annotations.NullMarked;
