/** What is configured, reachable and missing, in one page. */
@NullMarked
package dev.frontline.local.doctor;

import org.jspecify.annotations.NullMarked;
