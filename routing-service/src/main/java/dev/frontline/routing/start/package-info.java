/** The plain classes of this service, wired once. */
@NullMarked
package dev.frontline.routing.start;

import org.jspecify.annotations.NullMarked;
