@NullMarked
package dev.frontline.routing.notification.lane;

import org.jspecify.annotations.NullMarked;
