@NullMarked
package dev.frontline.routing.timer;

import org.jspecify.annotations.NullMarked;
