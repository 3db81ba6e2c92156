/** YouTube: comments on own and listed videos, videos that name us, and answers below them. */
@NullMarked
package dev.frontline.ingest.network.youtube;

import org.jspecify.annotations.NullMarked;
