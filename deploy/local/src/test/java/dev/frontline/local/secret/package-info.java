@NullMarked
package dev.frontline.local.secret;

import org.jspecify.annotations.NullMarked;
