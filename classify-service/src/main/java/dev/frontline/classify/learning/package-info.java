/**
 * Learning from the people who correct and handle posts: an adaptation over the shipped weights, a
 * gate that it must pass, its versions, and which of them judges.
 */
@NullMarked
package dev.frontline.classify.learning;

import org.jspecify.annotations.NullMarked;
