/** The list of cases, answered from memory. */
@NullMarked
package dev.frontline.dashboard.inbox;

import org.jspecify.annotations.NullMarked;
