/** Asking ingest how posts can be answered. */
@NullMarked
package dev.frontline.kit.speaking.asked;

import org.jspecify.annotations.NullMarked;
