/** GitHub: issues that name us anywhere, and answers below them. */
@NullMarked
package dev.frontline.ingest.network.github;

import org.jspecify.annotations.NullMarked;
