@NullMarked
package dev.frontline.testkit;

import org.jspecify.annotations.NullMarked;
