/**
 * The embedded store of the one-machine stack: MongoDB's wire protocol over a local file, durable
 * under a killed process.
 */
@NullMarked
package dev.frontline.local.store;

import org.jspecify.annotations.NullMarked;
