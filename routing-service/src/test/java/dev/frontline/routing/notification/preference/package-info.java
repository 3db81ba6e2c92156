@NullMarked
package dev.frontline.routing.notification.preference;

import org.jspecify.annotations.NullMarked;
