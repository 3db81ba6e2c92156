/** Answers that are being written. */
@NullMarked
package dev.frontline.dashboard.draft;

import org.jspecify.annotations.NullMarked;
