/** Plays the story into a running Frontline, and acts in it for the people who answered. */
@NullMarked
package dev.frontline.local.demo.player;

import org.jspecify.annotations.NullMarked;
