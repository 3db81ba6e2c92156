/** Authors who are to be forgotten. */
@NullMarked
package dev.frontline.routing.erasure;

import org.jspecify.annotations.NullMarked;
