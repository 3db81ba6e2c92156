/** Terms that stand out in what people say. */
@NullMarked
package dev.frontline.dashboard.rising;

import org.jspecify.annotations.NullMarked;
