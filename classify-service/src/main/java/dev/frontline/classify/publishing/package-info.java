/** How this service's events go out. */
@NullMarked
package dev.frontline.classify.publishing;

import org.jspecify.annotations.NullMarked;
