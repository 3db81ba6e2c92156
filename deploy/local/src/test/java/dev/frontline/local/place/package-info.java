@NullMarked
package dev.frontline.local.place;

import org.jspecify.annotations.NullMarked;
