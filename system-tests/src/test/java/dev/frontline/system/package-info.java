/** The whole system from outside: through its command, its ports and its pages. */
@NullMarked
package dev.frontline.system;

import org.jspecify.annotations.NullMarked;
