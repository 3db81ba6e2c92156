/** What would have rung at other bars, over what was recorded about a brand. */
@NullMarked
package dev.frontline.routing.incident.backtest;

import org.jspecify.annotations.NullMarked;
