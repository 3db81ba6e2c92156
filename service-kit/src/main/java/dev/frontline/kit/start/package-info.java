/** What must be true before a service takes work. */
@NullMarked
package dev.frontline.kit.start;

import org.jspecify.annotations.NullMarked;
