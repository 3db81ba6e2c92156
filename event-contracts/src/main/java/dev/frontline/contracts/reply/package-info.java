/** The events of {@code replies.requested} and {@code replies.delivered}. */
@NullMarked
package dev.frontline.contracts.reply;

import org.jspecify.annotations.NullMarked;
