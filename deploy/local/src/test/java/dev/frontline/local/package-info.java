@NullMarked
package dev.frontline.local;

import org.jspecify.annotations.NullMarked;
