/** The model's place in the running service: made once, asked about, watched. */
@NullMarked
package dev.frontline.classify.wiring;

import org.jspecify.annotations.NullMarked;
