@NullMarked
package dev.frontline.dashboard.readmodel;

import org.jspecify.annotations.NullMarked;
