@NullMarked
package dev.frontline.routing.cli;

import org.jspecify.annotations.NullMarked;
