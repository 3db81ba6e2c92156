/** From heard to judged: what is done with each event of {@code mentions.ingested}. */
@NullMarked
package dev.frontline.classify.mention;

import org.jspecify.annotations.NullMarked;
