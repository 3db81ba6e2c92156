/** What is known of one post, who may read it, and why it is what it is, in words. */
@NullMarked
package dev.frontline.dashboard.mention;

import org.jspecify.annotations.NullMarked;
