@NullMarked
package dev.frontline.routing.incident.backtest;

import org.jspecify.annotations.NullMarked;
