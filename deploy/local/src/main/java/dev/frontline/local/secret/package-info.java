/** Keys and passwords that are made once on this machine and kept where only their owner reads. */
@NullMarked
package dev.frontline.local.secret;

import org.jspecify.annotations.NullMarked;
