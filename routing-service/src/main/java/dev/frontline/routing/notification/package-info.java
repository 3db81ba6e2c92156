/** Alerts to people and their channels: who gets which, sent once, with a log of every attempt. */
@NullMarked
package dev.frontline.routing.notification;

import org.jspecify.annotations.NullMarked;
