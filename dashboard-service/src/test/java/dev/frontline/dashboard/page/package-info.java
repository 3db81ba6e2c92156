@NullMarked
package dev.frontline.dashboard.page;

import org.jspecify.annotations.NullMarked;
