/** Training of the tier-0 model from labelled posts. */
@NullMarked
package dev.frontline.classify.train;

import org.jspecify.annotations.NullMarked;
