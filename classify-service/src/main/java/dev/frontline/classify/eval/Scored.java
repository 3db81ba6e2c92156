package dev.frontline.classify.eval;

/**
 * One label of one post: what was said of it and what is true.
 *
 * @param p probability that the label holds
 * @param said the verdict
 * @param truth whether it holds
 */
public record Scored(float p, boolean said, boolean truth, String group) {}
