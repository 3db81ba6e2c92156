@NullMarked
package dev.frontline.routing.notification.sink;

import org.jspecify.annotations.NullMarked;
