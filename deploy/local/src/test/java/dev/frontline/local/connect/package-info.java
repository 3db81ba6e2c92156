@NullMarked
package dev.frontline.local.connect;

import org.jspecify.annotations.NullMarked;
