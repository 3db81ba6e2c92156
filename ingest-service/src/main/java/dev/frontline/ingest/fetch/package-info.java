/** How servers that nobody here trusts are asked: guarded, capped, paced. */
@NullMarked
package dev.frontline.ingest.fetch;

import org.jspecify.annotations.NullMarked;
