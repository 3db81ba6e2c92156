@NullMarked
package dev.frontline.local.supervise;

import org.jspecify.annotations.NullMarked;
