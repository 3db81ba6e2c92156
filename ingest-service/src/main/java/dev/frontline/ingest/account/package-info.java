/** The accounts by which the company reads and speaks on networks, and their tokens. */
@NullMarked
package dev.frontline.ingest.account;

import org.jspecify.annotations.NullMarked;
