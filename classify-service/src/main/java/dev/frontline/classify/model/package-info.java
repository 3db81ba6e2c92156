/** The tier-0 model: weights, language table, verdicts and their explanations. */
@NullMarked
package dev.frontline.classify.model;

import org.jspecify.annotations.NullMarked;
