/** Ways of writing to the store that suit both MongoDB and the embedded one. */
@NullMarked
package dev.frontline.kit.store;

import org.jspecify.annotations.NullMarked;
