/** Measuring a model against labelled posts. */
@NullMarked
package dev.frontline.classify.eval;

import org.jspecify.annotations.NullMarked;
