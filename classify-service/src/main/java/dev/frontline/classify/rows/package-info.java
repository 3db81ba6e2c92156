/** The posts from which this service may learn, with what people said of them or left standing. */
@NullMarked
package dev.frontline.classify.rows;

import org.jspecify.annotations.NullMarked;
