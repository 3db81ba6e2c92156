/** Authors who asked to be forgotten. */
@NullMarked
package dev.frontline.classify.author;

import org.jspecify.annotations.NullMarked;
