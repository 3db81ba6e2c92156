/** What networks that charge have cost, and how much more they may. */
@NullMarked
package dev.frontline.ingest.spend;

import org.jspecify.annotations.NullMarked;
