/** Authors who asked to be forgotten. */
@NullMarked
package dev.frontline.classify.erasure;

import org.jspecify.annotations.NullMarked;
