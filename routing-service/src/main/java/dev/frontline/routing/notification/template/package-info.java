/** How people want each kind of alert to read. */
@NullMarked
package dev.frontline.routing.notification.template;

import org.jspecify.annotations.NullMarked;
