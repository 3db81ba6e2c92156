@NullMarked
package dev.frontline.local.store;

import org.jspecify.annotations.NullMarked;
