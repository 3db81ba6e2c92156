/** How many mentions were judged. */
@NullMarked
package dev.frontline.classify.tally;

import org.jspecify.annotations.NullMarked;
