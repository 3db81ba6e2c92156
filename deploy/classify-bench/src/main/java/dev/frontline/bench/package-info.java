/** How fast the classifier is beside another library's encoder, on the same posts in one run. */
@NullMarked
package dev.frontline.bench;

import org.jspecify.annotations.NullMarked;
