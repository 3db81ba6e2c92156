@NullMarked
package dev.frontline.dashboard.inbox;

import org.jspecify.annotations.NullMarked;
