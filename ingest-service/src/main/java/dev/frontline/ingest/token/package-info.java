/** Access tokens that are had for something else: by a signed assertion, a refresh token, a key. */
@NullMarked
package dev.frontline.ingest.token;

import org.jspecify.annotations.NullMarked;
