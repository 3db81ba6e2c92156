/** Connecting the company's accounts from a terminal. */
@NullMarked
package dev.frontline.local.connect;

import org.jspecify.annotations.NullMarked;
