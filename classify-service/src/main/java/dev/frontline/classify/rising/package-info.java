/** Words that many people use of a sudden, and that nobody listed as a theme. */
@NullMarked
package dev.frontline.classify.rising;

import org.jspecify.annotations.NullMarked;
