/** LinkedIn: what is said below a company's own pages, and where they are named. */
@NullMarked
package dev.frontline.ingest.network.linkedin;

import org.jspecify.annotations.NullMarked;
