/** Who of several instances does what only one should. */
@NullMarked
package dev.frontline.classify.lease;

import org.jspecify.annotations.NullMarked;
