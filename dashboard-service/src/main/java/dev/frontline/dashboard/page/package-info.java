/** The pages that people work on. */
@NullMarked
package dev.frontline.dashboard.page;

import org.jspecify.annotations.NullMarked;
