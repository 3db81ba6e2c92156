@NullMarked
package dev.frontline.ingest.reply;

import org.jspecify.annotations.NullMarked;
