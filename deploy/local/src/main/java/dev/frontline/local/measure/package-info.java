/** The commands that measure the running stack and that kill its parts. */
@NullMarked
package dev.frontline.local.measure;

import org.jspecify.annotations.NullMarked;
