/** The commands that run the stack: up, down, status, logs. */
@NullMarked
package dev.frontline.local.run;

import org.jspecify.annotations.NullMarked;
