@NullMarked
package dev.frontline.dashboard.mention;

import org.jspecify.annotations.NullMarked;
