/** The embedded Kafka broker of the one-machine stack and the topics it must hold. */
@NullMarked
package dev.frontline.local.broker;

import org.jspecify.annotations.NullMarked;
