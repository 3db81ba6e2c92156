/** Labelled posts as files hold them. */
@NullMarked
package dev.frontline.classify.data;

import org.jspecify.annotations.NullMarked;
