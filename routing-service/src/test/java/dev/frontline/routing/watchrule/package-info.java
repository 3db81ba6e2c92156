@NullMarked
package dev.frontline.routing.watchrule;

import org.jspecify.annotations.NullMarked;
