/**
 * What the services say to each other: the topics, the events of each topic and how an event stands
 * in a Kafka record. Plain data; behaviour belongs to the service that owns it.
 */
@NullMarked
package dev.frontline.contracts;

import org.jspecify.annotations.NullMarked;
