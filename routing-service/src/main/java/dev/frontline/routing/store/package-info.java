/** Cases with their outbox, and where each mention ended, as documents. */
@NullMarked
package dev.frontline.routing.store;

import org.jspecify.annotations.NullMarked;
