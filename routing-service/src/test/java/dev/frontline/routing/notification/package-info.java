@NullMarked
package dev.frontline.routing.notification;

import org.jspecify.annotations.NullMarked;
