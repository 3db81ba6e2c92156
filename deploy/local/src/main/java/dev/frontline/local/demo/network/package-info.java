/** The invented network on which the demo's customers write and the company answers. */
@NullMarked
package dev.frontline.local.demo.network;

import org.jspecify.annotations.NullMarked;
