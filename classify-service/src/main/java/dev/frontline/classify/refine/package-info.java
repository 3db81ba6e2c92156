/** The slow tier's word on posts that were shed under a backlog, once there is time. */
@NullMarked
package dev.frontline.classify.refine;

import org.jspecify.annotations.NullMarked;
