@NullMarked
package dev.frontline.routing.notification.template;

import org.jspecify.annotations.NullMarked;
