@NullMarked
package dev.frontline.ingest.account;

import org.jspecify.annotations.NullMarked;
