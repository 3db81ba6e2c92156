/** Changes of cases as they happen, to browsers and to the lists in memory. */
@NullMarked
package dev.frontline.dashboard.live;

import org.jspecify.annotations.NullMarked;
