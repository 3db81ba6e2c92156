/** Where a case goes, who is proposed for it and by when it wants an answer. */
@NullMarked
package dev.frontline.routing.placement;

import org.jspecify.annotations.NullMarked;
