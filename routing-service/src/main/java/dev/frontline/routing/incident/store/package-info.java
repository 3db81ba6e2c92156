/** Where incidents are kept, each with what it still has to tell. */
@NullMarked
package dev.frontline.routing.incident.store;

import org.jspecify.annotations.NullMarked;
