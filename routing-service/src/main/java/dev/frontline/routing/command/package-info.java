/** What people do with cases, over REST. */
@NullMarked
package dev.frontline.routing.command;

import org.jspecify.annotations.NullMarked;
