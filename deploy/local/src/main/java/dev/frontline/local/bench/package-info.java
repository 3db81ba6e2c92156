/** Measures the whole path side by side with bare references in the same run. */
@NullMarked
package dev.frontline.local.bench;

import org.jspecify.annotations.NullMarked;
