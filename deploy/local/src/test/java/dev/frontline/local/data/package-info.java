@NullMarked
package dev.frontline.local.data;

import org.jspecify.annotations.NullMarked;
