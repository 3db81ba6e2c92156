@NullMarked
package dev.frontline.local.replay;

import org.jspecify.annotations.NullMarked;
