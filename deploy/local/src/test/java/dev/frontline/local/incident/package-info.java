@NullMarked
package dev.frontline.local.incident;

import org.jspecify.annotations.NullMarked;
