/** What a mention was judged to be, and the events of {@code mentions.classified}. */
@NullMarked
package dev.frontline.contracts.classification;

import org.jspecify.annotations.NullMarked;
