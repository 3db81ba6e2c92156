@NullMarked
package dev.frontline.routing.incident;

import org.jspecify.annotations.NullMarked;
