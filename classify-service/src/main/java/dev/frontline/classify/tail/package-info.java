/** Topics that every instance reads whole, each by itself. */
@NullMarked
package dev.frontline.classify.tail;

import org.jspecify.annotations.NullMarked;
