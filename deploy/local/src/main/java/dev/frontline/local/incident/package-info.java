/** Trying how alarms are raised, without the service. */
@NullMarked
package dev.frontline.local.incident;

import org.jspecify.annotations.NullMarked;
