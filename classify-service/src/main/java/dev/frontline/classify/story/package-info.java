/**
 * Near-copies: which posts tell the same story, and which of them repeat what their own author or a
 * headline already said.
 */
@NullMarked
package dev.frontline.classify.story;

import org.jspecify.annotations.NullMarked;
