/** What became of the answers that were sent to the networks. */
@NullMarked
package dev.frontline.routing.reply;

import org.jspecify.annotations.NullMarked;
