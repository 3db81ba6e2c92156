/** Which changes of cases people are told at once. */
@NullMarked
package dev.frontline.routing.alert;

import org.jspecify.annotations.NullMarked;
