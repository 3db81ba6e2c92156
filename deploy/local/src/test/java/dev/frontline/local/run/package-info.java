@NullMarked
package dev.frontline.local.run;

import org.jspecify.annotations.NullMarked;
