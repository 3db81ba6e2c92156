/** What happens when an author asks to be forgotten. */
@NullMarked
package dev.frontline.classify.erasure;

import org.jspecify.annotations.NullMarked;
