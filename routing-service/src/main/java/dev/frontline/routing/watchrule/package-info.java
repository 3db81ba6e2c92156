/** Rules by which people are told when something holds, in words of their own. */
@NullMarked
package dev.frontline.routing.watchrule;

import org.jspecify.annotations.NullMarked;
