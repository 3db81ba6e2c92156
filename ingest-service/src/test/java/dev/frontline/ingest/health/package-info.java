@NullMarked
package dev.frontline.ingest.health;

import org.jspecify.annotations.NullMarked;
