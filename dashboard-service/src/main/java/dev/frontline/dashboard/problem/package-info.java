/** What went wrong, as problem+json. */
@NullMarked
package dev.frontline.dashboard.problem;

import org.jspecify.annotations.NullMarked;
