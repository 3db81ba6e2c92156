/** What a test needs around itself: a real broker and store, with every topic in place. */
@NullMarked
package dev.frontline.testkit;

import org.jspecify.annotations.NullMarked;
