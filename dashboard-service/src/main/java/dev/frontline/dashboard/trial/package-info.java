/** What a trial brought, so that somebody can decide about it. */
@NullMarked
package dev.frontline.dashboard.trial;

import org.jspecify.annotations.NullMarked;
