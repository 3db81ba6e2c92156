@NullMarked
package dev.frontline.dashboard.report;

import org.jspecify.annotations.NullMarked;
