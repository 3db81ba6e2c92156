@NullMarked
package dev.frontline.dashboard.api;

import org.jspecify.annotations.NullMarked;
