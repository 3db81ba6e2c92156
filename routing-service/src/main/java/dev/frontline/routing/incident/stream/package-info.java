/** The stream of judged posts through the detector: Kafka Streams around plain classes. */
@NullMarked
package dev.frontline.routing.incident.stream;

import org.jspecify.annotations.NullMarked;
