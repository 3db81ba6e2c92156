/**
 * The demo: an invented company, the network its customers write on, and three days of its life.
 */
@NullMarked
package dev.frontline.local.demo;

import org.jspecify.annotations.NullMarked;
