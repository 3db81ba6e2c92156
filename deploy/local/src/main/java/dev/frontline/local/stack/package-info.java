/** Broker and store together in one process. */
@NullMarked
package dev.frontline.local.stack;

import org.jspecify.annotations.NullMarked;
