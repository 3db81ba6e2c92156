package dev.frontline.classify.learning;

/**
 * One label of one post as two models decide it.
 *
 * @param weight how much the truth counts
 */
record Decided(boolean truth, double weight, boolean before, boolean after) {}
