/** The recorded story: posts, and what people did about them, by hours before its end. */
@NullMarked
package dev.frontline.local.demo.stream;

import org.jspecify.annotations.NullMarked;
