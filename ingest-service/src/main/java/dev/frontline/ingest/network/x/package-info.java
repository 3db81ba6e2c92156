/** X: recent search, the filtered stream, answers, and what was withdrawn there. */
@NullMarked
package dev.frontline.ingest.network.x;

import org.jspecify.annotations.NullMarked;
