/** How the whole is running. */
@NullMarked
package dev.frontline.dashboard.ops;

import org.jspecify.annotations.NullMarked;
